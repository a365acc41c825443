import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseDeployConfig } from './config.ts';
import { contentSecurityPolicy, inlineTexts, pageWithPolicy } from './policy.ts';

const none = { basemaps: [] };
const listed = parseDeployConfig(
  JSON.stringify({
    reviewNumber: '',
    basemaps: [
      {
        kind: 'style',
        id: 'streets',
        name: '街道图',
        nameEn: 'Streets',
        url: 'https://maps.example.org/style.json',
        attribution: '©',
        origins: ['https://tiles.example.org'],
      },
      { kind: 'tianditu', id: 'tianditu', name: '天地图', nameEn: 'Tianditu', key: 'abc' },
    ],
  }),
  'test',
);
const directives = (policy: string) =>
  Object.fromEntries(
    policy.split('; ').map((directive): [string, string[]] => {
      const [name = '', ...values] = directive.split(' ');
      return [name, values];
    }),
  );
const sha256 = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const page = (head = '', body = '') =>
  `<!doctype html>\n<html>\n  <head>\n    <meta charset="utf-8" />\n${head}  </head>\n  <body>${body}</body>\n</html>\n`;

describe('the content security policy', () => {
  it('lets nothing through but the own origin when no basemap is listed', () => {
    expect(directives(contentSecurityPolicy(none))).toEqual({
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      'img-src': ["'self'", 'data:', 'blob:'],
      'connect-src': ["'self'"],
      'worker-src': ["'self'", 'blob:'],
      'font-src': ["'self'"],
      'manifest-src': ["'self'"],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      'object-src': ["'none'"],
    });
  });

  it('opens pictures and connections, and nothing else, to what is listed', () => {
    const {
      'img-src': pictures = [],
      'connect-src': connections = [],
      ...others
    } = directives(contentSecurityPolicy(listed));
    const origins = ['https://maps.example.org', 'https://tiles.example.org', 'https://t0.tianditu.gov.cn'];
    expect(connections).toEqual(expect.arrayContaining(origins));
    expect(pictures).toEqual(expect.arrayContaining(origins));
    expect(connections).toHaveLength(1 + 2 + 8);
    expect(JSON.stringify(others)).not.toContain('https:');
  });

  it('lets a single file load nothing from beside it, and from the listed basemaps what a site may', () => {
    const policy = directives(
      contentSecurityPolicy(none, { styles: ['a{}'], scripts: ['run()'] }, 'single-file'),
    );
    expect(JSON.stringify(policy)).not.toContain('self');
    expect(policy['script-src']).toEqual([sha256('run()')]);
    expect(policy['connect-src']).toEqual(['blob:']);
    const { 'connect-src': connections = [] } = directives(
      contentSecurityPolicy(listed, { styles: [], scripts: [] }, 'single-file'),
    );
    expect(connections).toHaveLength(1 + 2 + 8);
  });

  it('never lets through what is written inline without naming it, nor code made of text', () => {
    const policy = contentSecurityPolicy(listed, { styles: ['a{}'], scripts: ['run()'] });
    expect(policy).not.toMatch(/unsafe|\*/u);
    expect(directives(policy)['style-src']).toEqual(["'self'", sha256('a{}')]);
    expect(directives(policy)['script-src']).toEqual(["'self'", sha256('run()')]);
  });
});

describe('a page', () => {
  it('has the policy behind its encoding and before everything it loads', () => {
    const html = pageWithPolicy(page('    <link rel="stylesheet" href="./a.css">\n'), none);
    const order = ['<meta charset', 'Content-Security-Policy', '<link'].map((part) => html.indexOf(part));
    expect(order.every((at) => at > 0)).toBe(true);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('has one policy, however often it is given one', () => {
    const once = pageWithPolicy(page(), listed);
    expect(pageWithPolicy(once, listed)).toBe(once);
    expect(pageWithPolicy(once, none)).toBe(pageWithPolicy(page(), none));
  });

  it('lets its own style elements and scripts through by what stands in them', () => {
    const css = '\n      .a { color: red; }\n    ';
    const html = pageWithPolicy(page(`    <style data-x>${css}</style>\n`, '<script>start()</script>'), none);
    expect(html).toContain(sha256(css));
    expect(html).toContain(sha256('start()'));
  });

  it('has scripts that are files or data, and comments, which need no leave', () => {
    const html = page(
      '<!-- <style>a{}</style> -->\n',
      '<script type="module" src="./a.js"></script><script type="application/json">{}</script>',
    );
    expect(inlineTexts(html)).toEqual({ styles: [], scripts: [] });
  });

  it('has no elements but its own: what a script speaks of is none', () => {
    const html = page('<style>a{}</style>\n', '<script>write("<style>b{}</style><script src=x>")</script>');
    expect(inlineTexts(html)).toEqual({
      styles: ['a{}'],
      scripts: ['write("<style>b{}</style><script src=x>")'],
    });
  });

  it('without an encoding is refused: there is no place for the policy', () => {
    expect(() => pageWithPolicy('<html></html>', none)).toThrow(/meta charset/u);
  });
});
