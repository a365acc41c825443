/** Raster tiles in Web Mercator, addressed by templates with `{z}`, `{x}` and `{y}`. */
export interface RasterTiles {
  /** One template for each host that serves the same tiles. */
  tiles: readonly string[];
  /** Edge of a tile in CSS pixels. */
  tileSize: number;
  minzoom: number;
  maxzoom: number;
}

/** What an online basemap is drawn from: a MapLibre style by its address, or layers of raster tiles, lowest first. */
export type BasemapSource =
  | { kind: 'style'; url: string }
  | { kind: 'raster'; layers: readonly RasterTiles[] };

/** An online basemap that whoever publishes the atlas has listed. */
export interface ListedBasemap {
  id: string;
  name: string;
  nameEn: string;
  /** Whom the basemap's terms ask to be named on the map: plain text. */
  attribution: string;
  source: BasemapSource;
}

/** What whoever publishes the atlas decides about this one deployment of it. */
export interface Deploy {
  /** The official map review number 审图号; empty until the publisher holds one, never invented. */
  reviewNumber: string;
  basemaps: readonly ListedBasemap[];
  /** The origins, beside its own, whose pages may embed the atlas and talk with it. */
  embedOrigins: readonly string[];
}

/** What the app is told at build time: the publisher's choices, and in which of its two forms it is built. */
export interface BuiltAtlas extends Deploy {
  /** The page is one file with everything inside, which opens from a disk. */
  singleFile: boolean;
  /** What that file is called; a site has it beside its page. */
  singleFileName: string;
  /** The service worker's file beside the page; null where there is none: while developing, and in a single file. */
  serviceWorker: string | null;
}
