import { createHash } from 'node:crypto';
import { type DeployConfig, originsOf } from './config.ts';

/** What a page is part of: a site with files beside it, or a single file that has all it needs inside. */
export type PageForm = 'site' | 'single-file';

/** Texts of elements that stand in the page itself and are let through by their hashes. */
export interface InlineTexts {
  styles: readonly string[];
  scripts: readonly string[];
}

/**
 * The Content-Security-Policy of the page: everything from its own origin, nothing else but the origins of the listed
 * basemaps. Their tiles are fetched (`connect-src`) or loaded as pictures (`img-src`), whichever the map library
 * chooses. The map's workers may be files or blobs.
 *
 * A single file has no origin to load from, and gets nothing from beside it. There the map library reads its worker from
 * a blob (`connect-src`), and starts it from a `data:` address where the page has no origin, as one opened from a disk.
 */
export function contentSecurityPolicy(
  config: Pick<DeployConfig, 'basemaps'>,
  { styles, scripts }: InlineTexts = { styles: [], scripts: [] },
  form: PageForm = 'site',
): string {
  const origins = [...new Set(config.basemaps.flatMap(originsOf))];
  const own = form === 'site' ? ["'self'"] : [];
  const directives: Record<string, string[]> = {
    'default-src': ["'none'"],
    'script-src': [...own, ...scripts.map(hashOf)],
    'style-src': [...own, ...styles.map(hashOf)],
    'img-src': [...own, 'data:', 'blob:', ...origins],
    'connect-src': [...(form === 'site' ? own : ['blob:']), ...origins],
    'worker-src': [...(form === 'site' ? own : ['data:']), 'blob:'],
    'font-src': form === 'site' ? own : ["'none'"],
    ...(form === 'site' && { 'manifest-src': own }),
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'object-src': ["'none'"],
  };
  return Object.entries(directives)
    .map(([name, values]) => [name, ...new Set(values)].join(' '))
    .join('; ');
}

/** A page with the policy as the first thing in its head, before anything is loaded; one that stood there is replaced. */
export function pageWithPolicy(
  html: string,
  config: Pick<DeployConfig, 'basemaps'>,
  form: PageForm = 'site',
): string {
  const bare = html.replace(/\n?[ \t]*<meta http-equiv="Content-Security-Policy"[^>]*>/u, '');
  const policy = contentSecurityPolicy(config, inlineTexts(bare), form);
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;
  // The encoding must stand within the first kilobyte, and the policy may be longer than that.
  const placed = bare.replace(/<meta charset="[^"]*"\s*\/?>/iu, (charset) => `${charset}\n    ${meta}`);
  if (placed === bare) throw new Error('index.html has no <meta charset="…">: the policy goes behind it');
  return placed;
}

/** The style elements of a page, and the scripts that are written in it and run. */
export function inlineTexts(html: string): InlineTexts {
  // What stands in a comment is no element.
  const page = html.replaceAll(/<!--[\s\S]*?-->/gu, '');
  const styles: string[] = [];
  const scripts: string[] = [];
  // Both kinds in one go: a tag that a script speaks of is no element either.
  for (const [, name = '', attributes = '', own = ''] of page.matchAll(
    /<(style|script)\b([^>]*)>([\s\S]*?)<\/\1>/giu,
  )) {
    if (name.toLowerCase() === 'style') styles.push(own);
    else if (!/\bsrc\s*=/iu.test(attributes) && runs(attributes)) scripts.push(own);
  }
  return { styles, scripts };
}

/** Whether a script element runs, or only holds data, as `type="application/json"` does. */
function runs(attributes: string): boolean {
  const type = /\btype\s*=\s*"?([^"\s>]*)/iu.exec(attributes)?.[1] ?? '';
  return type === '' || type === 'module' || type.endsWith('javascript');
}

/** A source expression that lets just this text through. Browsers hash it with line ends as LF. */
function hashOf(own: string): string {
  return `'sha256-${createHash('sha256').update(own.replaceAll('\r\n', '\n')).digest('base64')}'`;
}
