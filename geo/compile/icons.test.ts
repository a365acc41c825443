import { describe, expect, it } from 'vitest';
import { iconSymbolId } from '../../src/drawing/icons.ts';
import { type Subsector, sectors } from '../../src/model/vocabulary.ts';
import { iconPaths, iconSymbols } from './icons.ts';

const names = new Set(
  Object.values(sectors).flatMap((sector) =>
    Object.values(sector.subsectors as Record<string, Subsector>).map(({ icon }) => icon),
  ),
);

describe('the icons', () => {
  it('are those of the subsectors, each as path data alone', () => {
    const paths = iconPaths();
    expect(new Set(Object.keys(paths))).toEqual(names);
    for (const d of Object.values(paths)) expect(d).toMatch(/^[Mm][\dA-Za-z\s,.+-]+$/u);
  });

  it('are each a symbol of the page, under the id that marks refer to', () => {
    const ids = [...iconSymbols().matchAll(/<symbol id="([^"]+)"[^>]*><path d="[^"]+"\/><\/symbol>/gu)];
    expect(ids.map((match) => match[1]).sort()).toEqual([...names].map(iconSymbolId).sort());
  });

  it('show nothing by themselves', () => {
    expect(iconSymbols()).toMatch(/^<svg display="none" aria-hidden="true">.*<\/svg>$/u);
  });
});
