import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The mode of Vite in which the atlas becomes one file: `vite build --mode single-file`. */
export const singleFileMode = 'single-file';

/** The name of that file: the package's own. */
export function singleFileName(): string {
  const file = fileURLToPath(new URL('../package.json', import.meta.url));
  const { name } = JSON.parse(readFileSync(file, 'utf8')) as { name: string };
  return `${name}.html`;
}

/** What a built page refers to, by its addresses in the page. */
export interface PageParts {
  /** The text of a script or style sheet that was built, by its path from the page. */
  textOf(path: string): string | undefined;
  /** Another file as a `data:` address. */
  dataUrlOf(path: string): string | undefined;
}

/**
 * A built page with everything inside that it refers to: the style sheets at the end of its head, behind the page's own;
 * the module at the end of its body, so that all before it is painted first; its icon as a `data:` address. Throws where
 * a reference to a file is left.
 */
export function pageInOneFile(html: string, { textOf, dataUrlOf }: PageParts): string {
  const styles: string[] = [];
  const modules: string[] = [];
  const bare = html
    .replaceAll(/[ \t]*<link rel="stylesheet"[^>]*\bhref="\.\/([^"]+)"[^>]*>\n?/gu, (_link, path: string) => {
      styles.push(`<style>${styleText(needed(path, textOf))}</style>`);
      return '';
    })
    .replaceAll(
      /[ \t]*<script type="module"[^>]*\bsrc="\.\/([^"]+)"[^>]*><\/script>\n?/gu,
      (_script, path: string) => {
        modules.push(`<script type="module">${scriptText(needed(path, textOf))}</script>`);
        return '';
      },
    )
    .replaceAll(
      /(<link rel="icon"[^>]*\bhref=")\.\/([^"]+)"/gu,
      (_link, before: string, path: string) => `${before}${needed(path, dataUrlOf)}"`,
    );
  const lost = [...bare.matchAll(/\s(?:src|href|srcset)="(?!#|data:)([^"]*)"/gu)].map(
    ([, address]) => address,
  );
  if (lost.length > 0) {
    throw new Error(
      `The single file would lead to what is not inside: ${lost.join(', ')}. Give it another address there, or leave it out.`,
    );
  }
  return before(before(bare, '</head>', styles), '</body>', modules);
}

function needed(path: string, find: (path: string) => string | undefined): string {
  const found = find(path);
  if (found === undefined) throw new Error(`The page asks for ${path}, which the build has not made.`);
  return found;
}

/** Lines put in before a tag that stands once in the page. */
function before(html: string, tag: string, lines: readonly string[]): string {
  // A function, for a replacement text would give `$` in a script a meaning.
  return html.replace(tag, () => `${lines.map((line) => `  ${line}\n`).join('')}  ${tag}`);
}

/**
 * A script as it may stand inside a page: nothing in it ends the element, or begins a comment. Both can only stand in
 * its texts and patterns, where an escape means the same.
 */
function scriptText(code: string): string {
  return code
    .replaceAll(/<\/(?=script)/giu, '<\\/')
    .replaceAll('<!--', '\\x3C!--')
    .trim();
}

function styleText(css: string): string {
  if (/<\/style/iu.test(css)) throw new Error('A style sheet holds “</style”, which would end its element.');
  return css.trim();
}
