/** Width and height of the square on which every icon is drawn, in its own units: that of Mapbox Maki. */
export const iconGrid = 15;

/** All icons in one picture, whose alpha holds their ink; colour is given when one is drawn. */
export interface IconSprite {
  /** Address of the PNG. */
  url: string;
  /** Width and height of an icon's cell, in pixels of the picture. */
  cell: number;
  /** The upper left corner [x, y] of each icon's cell, in pixels of the picture, by the icon's name. */
  positions: Readonly<Record<string, readonly [x: number, y: number]>>;
}

/** The id of an icon's `<symbol>` in the page. */
export function iconSymbolId(name: string): string {
  return `icon-${name}`;
}
