import { beforeAll, describe, expect, it } from 'vitest';
import { type Subsector, sectors } from '../../src/model/vocabulary.ts';
import { type DrawnSprite, drawIconSprite, gutter } from './icon-sprite.ts';

const subsectors = Object.values(sectors).flatMap((sector) =>
  Object.entries(sector.subsectors as Record<string, Subsector>),
);

let sprite: DrawnSprite;
beforeAll(async () => {
  sprite = await drawIconSprite();
});

/** The alpha of the pixels in a box. */
function alphaIn(x: number, y: number, width: number, height: number): number[] {
  return Array.from({ length: width * height }, (_, index) => {
    const [column, row] = [x + (index % width), y + Math.floor(index / width)];
    return sprite.alpha[row * sprite.width + column] ?? Number.NaN;
  });
}

describe('the icon sprite', () => {
  it.each(subsectors)('has a cell with ink and room in it for %s', (_id, { icon }) => {
    const [x, y] = sprite.positions[icon] ?? [Number.NaN, Number.NaN];
    const alpha = alphaIn(x, y, sprite.cell, sprite.cell);
    expect(alpha).not.toContain(Number.NaN);
    const share = alpha.filter((value) => value > 127).length / alpha.length;
    // Neither empty nor a blot.
    expect(share).toBeGreaterThan(0.05);
    expect(share).toBeLessThan(0.9);
  });

  it('has one cell for each icon, and none lies over another', () => {
    const cells = Object.values(sprite.positions);
    expect(cells).toHaveLength(new Set(subsectors.map(([, { icon }]) => icon)).size);
    const pitch = sprite.cell + gutter;
    for (const [x, y] of cells)
      expect(cells.filter(([u, v]) => Math.abs(u - x) < pitch && Math.abs(v - y) < pitch)).toHaveLength(1);
  });

  it('keeps the gutter free of ink', () => {
    const inCell = (column: number, row: number) =>
      Object.values(sprite.positions).some(
        ([x, y]) => column >= x && column < x + sprite.cell && row >= y && row < y + sprite.cell,
      );
    const strayed = [...sprite.alpha.entries()]
      .filter(([, value]) => value > 0)
      .map(([index]) => [index % sprite.width, Math.floor(index / sprite.width)] as const)
      .filter(([column, row]) => !inCell(column, row));
    expect(strayed).toEqual([]);
  });
});
