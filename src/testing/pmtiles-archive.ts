/** PMTiles archives for tests and measurements: version 3; each tile stands in it once, whatever it holds. */
import { zxyToTileId } from 'pmtiles';

/** Numbers that PMTiles has for kinds of tiles. */
const tileTypes = { vector: 1, png: 2 } as const;
/** Numbers that it has for compressions: none, and gzip. */
const compressions = { none: 1, gzip: 2 } as const;
const headerLength = 127;
/** Header and root directory end before this, so that one request has both. */
const rootEnd = 16_384;

interface TestArchive {
  type: keyof typeof tileTypes;
  tiles: { z: number; x: number; y: number; data: Uint8Array }[];
  /** West, south, east, north in degrees. */
  bounds: readonly [number, number, number, number];
  metadata?: object;
  /** Packs with gzip, as `gzipSync` of Node does; without it nothing is compressed. */
  gzip?: (content: Uint8Array) => Uint8Array;
}

/** A stretch of the archive: a tile, or, with a run of 0, a leaf directory with the tiles from this number on. */
interface Entry {
  id: number;
  run: 0 | 1;
  length: number;
  /** From the beginning of the tiles, or of the leaf directories. */
  offset: number;
}

/** The bytes of an archive, as the specification has them: https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md */
export function pmtilesArchive({
  type,
  tiles,
  bounds,
  metadata = {},
  gzip,
}: TestArchive): Uint8Array<ArrayBuffer> {
  const pack = gzip ?? ((content: Uint8Array) => content);
  const contents = tiles
    .map(({ z, x, y, data }) => ({ id: zxyToTileId(z, x, y), data: pack(data) }))
    .sort((a, b) => a.id - b.id);
  const { root, leaves } = directories(withOffsets(contents), pack);
  const meta = pack(new TextEncoder().encode(JSON.stringify(metadata)));
  const tilesLength = contents.reduce((sum, { data }) => sum + data.length, 0);
  const header = new DataView(new ArrayBuffer(headerLength));
  [...'PMTiles'].forEach((letter, index) => {
    header.setUint8(index, letter.charCodeAt(0));
  });
  header.setUint8(7, 3);
  const metaOffset = headerLength + root.length;
  const leavesOffset = metaOffset + meta.length;
  const tilesOffset = leavesOffset + leaves.length;
  const long = [
    ...[headerLength, root.length, metaOffset, meta.length],
    ...[leavesOffset, leaves.length, tilesOffset, tilesLength],
    ...[contents.length, contents.length, contents.length],
  ];
  long.forEach((value, index) => {
    header.setBigUint64(8 + index * 8, BigInt(value), true);
  });
  const zooms = tiles.map(({ z }) => z).sort((a, b) => a - b);
  const compression = gzip ? compressions.gzip : compressions.none;
  const short = [1, compression, compression, tileTypes[type], zooms[0] ?? 0, zooms.at(-1) ?? 0];
  short.forEach((value, index) => {
    header.setUint8(96 + index, value);
  });
  bounds.forEach((degrees, index) => {
    header.setInt32(102 + index * 4, Math.round(degrees * 1e7), true);
  });
  return concat([new Uint8Array(header.buffer), root, meta, leaves, ...contents.map(({ data }) => data)]);
}

function withOffsets(contents: readonly { id: number; data: Uint8Array }[]): Entry[] {
  let offset = 0;
  return contents.map(({ id, data }) => {
    const entry: Entry = { id, run: 1, length: data.length, offset };
    offset += data.length;
    return entry;
  });
}

/** One directory where it is small enough; else a root that leads to leaf directories, as few as fit into it. */
function directories(
  entries: readonly Entry[],
  pack: (content: Uint8Array) => Uint8Array,
): { root: Uint8Array; leaves: Uint8Array } {
  const isFit = (root: Uint8Array) => headerLength + root.length < rootEnd;
  const alone = pack(directory(entries));
  if (isFit(alone)) return { root: alone, leaves: new Uint8Array() };
  for (let size = 1024; ; size *= 2) {
    const parts: { id: number; data: Uint8Array }[] = [];
    for (let from = 0; from < entries.length; from += size) {
      const own = entries.slice(from, from + size);
      parts.push({ id: own[0]?.id ?? 0, data: pack(directory(own)) });
    }
    const root = pack(directory(withOffsets(parts).map((entry) => ({ ...entry, run: 0 }))));
    if (isFit(root)) return { root, leaves: concat(parts.map(({ data }) => data)) };
  }
}

/** Numbers of tiles, run lengths, lengths and offsets, each column after the other. */
function directory(entries: readonly Entry[]): Uint8Array {
  const before = (index: number) => entries[index - 1];
  const columns = [
    entries.map(({ id }, index) => id - (before(index)?.id ?? 0)),
    entries.map(({ run }) => run),
    entries.map(({ length }) => length),
    // 0 means: right after the one before. Others are written as their offset and one.
    entries.map(({ offset }, index) => {
      const last = before(index);
      return last && last.offset + last.length === offset ? 0 : offset + 1;
    }),
  ];
  return bytes([entries.length, ...columns.flat()].flatMap(varint));
}

/** A layer of a vector tile; positions count from the upper left, over an extent of 4096. */
export interface TestLayer {
  name: string;
  features: {
    type: 'point' | 'line' | 'polygon';
    path: [number, number][];
    /** Texts, and whole numbers from 0 on. */
    tags?: Record<string, string | number>;
  }[];
}

/** A Mapbox Vector Tile of version 2 with an extent of 4096: https://github.com/mapbox/vector-tile-spec */
export function vectorTile(layers: readonly TestLayer[]): Uint8Array {
  return bytes(layers.flatMap((layer) => field(3, layerBytes(layer))));
}

function layerBytes({ name, features }: TestLayer): number[] {
  const words = features.flatMap(({ tags = {} }) => Object.entries(tags));
  // By where they stand in the lists, which the features name them by.
  const keys = numbered(words.map(([key]) => key));
  const values = numbered(words.map(([, value]) => value));
  const types = { point: 1, line: 2, polygon: 3 };
  return [
    ...[...varint(tag(15, 0)), ...varint(2)],
    ...field(1, text(name)),
    ...features.flatMap(({ type, path, tags = {} }) => {
      const pairs = Object.entries(tags).flatMap(([key, value]) => [
        keys.get(key) ?? 0,
        values.get(value) ?? 0,
      ]);
      return field(2, [
        ...field(2, pairs.flatMap(varint)),
        ...[...varint(tag(3, 0)), types[type]],
        ...field(4, commands(path, type).flatMap(varint)),
      ]);
    }),
    ...[...keys.keys()].flatMap((key) => field(3, text(key))),
    ...[...values.keys()].flatMap((value) => field(4, valueBytes(value))),
    ...[...varint(tag(5, 0)), ...varint(4096)],
  ];
}

function numbered<T>(values: readonly T[]): Map<T, number> {
  return new Map([...new Set(values)].map((value, index) => [value, index]));
}

/** A text, or a number as `uint_value`. */
function valueBytes(value: string | number): number[] {
  return typeof value === 'string' ? field(1, text(value)) : [...varint(tag(5, 0)), ...varint(value)];
}

/** Move to the first position, lines to the others, and closed where it is an area. */
function commands(path: readonly [number, number][], type: string): number[] {
  const steps = path.map(([x, y], index) => {
    const [fromX, fromY] = path[index - 1] ?? [0, 0];
    return [zigzag(x - fromX), zigzag(y - fromY)];
  });
  const [first = [], ...others] = steps;
  const line = others.length > 0 ? [(others.length << 3) | 2, ...others.flat()] : [];
  return [(1 << 3) | 1, ...first, ...line, ...(type === 'polygon' ? [(1 << 3) | 7] : [])];
}

const zigzag = (value: number) => (value << 1) ^ (value >> 31);
const tag = (number: number, wire: number) => (number << 3) | wire;
const text = (value: string) => [...new TextEncoder().encode(value)];
const field = (number: number, content: readonly number[]) => [
  ...varint(tag(number, 2)),
  ...varint(content.length),
  ...content,
];
const bytes = (values: readonly number[]) => Uint8Array.from(values);

function varint(value: number): number[] {
  const low = value % 128;
  return value < 128 ? [low] : [low + 128, ...varint(Math.floor(value / 128))];
}

function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
