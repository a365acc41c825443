import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { firstFit, firstSheet, type Layout } from '../../src/drawing/first-fit.ts';
import { sheetRatio } from '../../src/drawing/still-map-sheet.ts';
import { cssVariables, type Tokens, themeTokens } from '../../src/drawing/tokens.ts';
import type { City } from '../../src/model/dataset.ts';

const root = new URL('../../', import.meta.url);

/** The app's own sheets that place and colour what stands in the page before them; later sheets say the same again. */
const pictureSheets = [
  'src/ui/base.css',
  'src/views/shell/shell.css',
  'src/views/atlas-map/map-panel.css',
  'src/views/atlas-map/still-map.css',
  'src/views/shell/print.css',
];
const listSheets = ['geo/compile/items-page.css'];

/**
 * The style sheet inside `index.html`: tokens of all themes, the space kept free around the city, and the sheets that
 * the first picture needs. One sheet, so that a security policy needs one hash for it.
 */
export function firstPictureStyle(city: City): string {
  return compact([
    themeRules(),
    rule(':root', { ...fitVariables('desk'), '--still-ratio': sheetRatio(city.bounds).toFixed(6) }),
    `@media (max-width: 767px) {${rule(':root', fitVariables('phone'))}}`,
    ...pictureSheets.map(readSheet),
  ]);
}

/** The style sheet inside the list of all items. */
export function itemsPageStyle(): string {
  return compact([themeRules(), ...listSheets.map(readSheet)]);
}

/** A style sheet inside a page as a Content-Security-Policy names it: `'sha256-…'`. */
export function styleHash(style: string): string {
  return `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
}

/** Paper is what stands without a choice; on paper it is paper whatever was chosen. */
function themeRules(): string {
  const { light, ...others } = themeTokens;
  return [
    rule(':root', cssVariables(light)),
    ...Object.entries(others).map(([id, tokens]: [string, Tokens]) =>
      rule(`:root[data-theme="${id}"]`, cssVariables(tokens)),
    ),
    `@media print {${rule(':root:root', cssVariables(light), ' !important')}}`,
  ].join('\n');
}

function fitVariables(layout: Layout): Record<string, string> {
  const edges = Object.entries(firstFit[layout]).map(([edge, rem]) => [`--fit-${edge}`, `${rem}rem`]);
  return { ...Object.fromEntries(edges), '--first-sheet': `${firstSheet * 100}dvh` };
}

function rule(selector: string, declarations: Record<string, string>, importance = ''): string {
  const written = Object.entries(declarations).map(([name, value]) => `${name}: ${value}${importance};`);
  return `${selector} {${written.join(' ')}}`;
}

function readSheet(file: string): string {
  return readFileSync(fileURLToPath(new URL(file, root)), 'utf8');
}

/** Without comments and needless blanks. No sheet of ours holds a text with either. */
function compact(sheets: readonly string[]): string {
  return sheets
    .join('\n')
    .replaceAll(/\/\*[\s\S]*?\*\//gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
