import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { iconGrid, iconSymbolId } from '../../src/drawing/icons.ts';
import { type Subsector, sectors } from '../../src/model/vocabulary.ts';

/** SVG path data of every subsector's icon on the icon grid, by icon name. Icons: Mapbox Maki, CC0 1.0. */
export function iconPaths(): Record<string, string> {
  const folder = join(dirname(createRequire(import.meta.url).resolve('@mapbox/maki/package.json')), 'icons');
  const subsectors = Object.values(sectors).flatMap(
    (sector) => Object.values(sector.subsectors) as Subsector[],
  );
  const names = [...new Set(subsectors.map((subsector) => subsector.icon))];
  return Object.fromEntries(
    names.map((name) => {
      const file = join(folder, `${name}.svg`);
      if (!existsSync(file)) {
        throw new Error(`@mapbox/maki has no icon ${name}; choose another in src/model/vocabulary.ts.`);
      }
      const svg = readFileSync(file, 'utf8');
      const paths = [...svg.matchAll(/<path[^>]*\sd="([^"]+)"/gu)].map((match) =>
        readPathData(match[1] ?? ''),
      );
      if (paths.length === 0)
        throw new Error(
          `Icon ${name} of @mapbox/maki has no path; choose another in src/model/vocabulary.ts.`,
        );
      return [name, paths.join(' ')];
    }),
  );
}

/** Some icons hold line breaks as character references; in path data they are blanks. */
function readPathData(attribute: string): string {
  return attribute.replace(/&#x[0-9a-f]+;|\s+/giu, ' ').trim();
}

/**
 * All icons as one `<svg>` text that shows nothing and holds a `<symbol id="icon-NAME">` for each, which anything in the
 * page draws with `<use href="#icon-NAME">` in the fill and stroke of that `<use>`.
 */
export function iconSymbols(): string {
  const symbols = Object.entries(iconPaths()).map(
    ([name, d]) =>
      // A stroke along an icon's edge reaches over the grid.
      `<symbol id="${iconSymbolId(name)}" viewBox="0 0 ${iconGrid} ${iconGrid}" overflow="visible"><path d="${d}"/></symbol>`,
  );
  return `<svg display="none" aria-hidden="true">${symbols.join('')}</svg>`;
}
