import { describe, expect, it } from 'vitest';
import { inlineTexts, pageWithPolicy } from './policy.ts';
import { pageInOneFile } from './single-file.ts';

const files: Record<string, string> = {
  'assets/index.css': '.a { color: red }',
  'assets/index.js': 'start("$&")',
  'icon.svg': 'data:image/svg+xml,icon',
};
const parts = (extra: Record<string, string> = {}) => ({
  textOf: (path: string) => ({ ...files, ...extra })[path],
  dataUrlOf: (path: string) => files[path],
});
const page = (body = '') => `<!doctype html>
<html>
  <head>
    <meta charset="utf-8" />
    <link rel="icon" href="./icon.svg" type="image/svg+xml" />
    <script type="module" crossorigin src="./assets/index.js"></script>
    <style>.own{}</style>
  </head>
  <body>
    <a href="#v=1">x</a>${body}
    <link rel="stylesheet" crossorigin href="./assets/index.css">
    <div id="root"></div>
  </body>
</html>
`;

describe('a page in one file', () => {
  it('holds style, script and icon, each where it does not hold up what is painted', () => {
    const single = pageInOneFile(page(), parts());
    expect(single).not.toMatch(/src=|href="\.|stylesheet/u);
    expect(single).toContain('href="data:image/svg+xml,icon"');
    const order = ['.own{}', '.a { color: red }', '</head>', 'id="root"', 'start("$&")', '</body>'];
    const places = order.map((text) => single.indexOf(text));
    expect(places.every((at) => at > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('lets no text of a script end it or begin a comment, and means the same by it', () => {
    const code = 'globalThis.read = ["</script><script>", "</SCRIPT>", "<!-- <style>b{}</style> -->"]';
    const single = pageInOneFile(page(), parts({ 'assets/index.js': code }));
    const { scripts, styles } = inlineTexts(single);
    expect(styles).toEqual(['.own{}', '.a { color: red }']);
    const [script = '', ...others] = scripts;
    expect(others).toEqual([]);
    expect(script).not.toMatch(/<\/script|<!--/iu);
    const read = new Function(`${script}; return globalThis.read;`)();
    expect(read).toEqual(['</script><script>', '</SCRIPT>', '<!-- <style>b{}</style> -->']);
  });

  it('is refused, with the address, where it leads to a file', () => {
    const other = page('<a href="./items.html#x">list</a><img src="./a.png">');
    expect(() => pageInOneFile(other, parts())).toThrow('./items.html#x, ./a.png');
  });

  it('is refused where a part is missing, or a style sheet would end its element', () => {
    expect(() => pageInOneFile(page(), { ...parts(), textOf: () => undefined })).toThrow('assets/index.');
    const css = parts({ 'assets/index.css': 'a::after { content: "</style>" }' });
    expect(() => pageInOneFile(page(), css)).toThrow('</style');
  });

  it('has a policy that names just what stands in it, and no origin', () => {
    const single = pageWithPolicy(pageInOneFile(page(), parts()), { basemaps: [] }, 'single-file');
    const policy = /content="(default-src[^"]*)"/u.exec(single)?.[1] ?? '';
    expect(policy).not.toMatch(/'self'|unsafe|\*|https?:/u);
    expect(policy.match(/'sha256-/gu)).toHaveLength(3);
    expect(policy.split('; ')).toEqual(
      expect.arrayContaining(['connect-src blob:', 'worker-src data: blob:', "font-src 'none'"]),
    );
  });
});
