/** Small PMTiles archives for tests: version 3, one directory, nothing compressed. */
import { zxyToTileId } from 'pmtiles';

/** Numbers that PMTiles has for kinds of tiles. */
const tileTypes = { vector: 1, png: 2 } as const;

interface TestArchive {
  type: keyof typeof tileTypes;
  tiles: { z: number; x: number; y: number; data: Uint8Array }[];
  /** West, south, east, north in degrees. */
  bounds: readonly [number, number, number, number];
  metadata?: object;
}

/** The bytes of an archive, as the specification has them: https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md */
export function pmtilesArchive({ type, tiles, bounds, metadata = {} }: TestArchive): Uint8Array<ArrayBuffer> {
  const headerLength = 127;
  const entries = tiles
    .map(({ z, x, y, data }) => ({ id: zxyToTileId(z, x, y), data }))
    .sort((a, b) => a.id - b.id);
  const root = directory(entries);
  const meta = new TextEncoder().encode(JSON.stringify(metadata));
  const contents = concat(entries.map(({ data }) => data));
  const header = new DataView(new ArrayBuffer(headerLength));
  [...'PMTiles'].forEach((letter, index) => {
    header.setUint8(index, letter.charCodeAt(0));
  });
  header.setUint8(7, 3);
  const metaOffset = headerLength + root.length;
  const contentsOffset = metaOffset + meta.length;
  const long = [
    ...[headerLength, root.length, metaOffset, meta.length],
    ...[contentsOffset, 0, contentsOffset, contents.length],
    ...[entries.length, entries.length, entries.length],
  ];
  long.forEach((value, index) => {
    header.setBigUint64(8 + index * 8, BigInt(value), true);
  });
  const zooms = tiles.map(({ z }) => z);
  const none = 1;
  const short = [1, none, none, tileTypes[type], Math.min(...zooms), Math.max(...zooms)];
  short.forEach((value, index) => {
    header.setUint8(96 + index, value);
  });
  bounds.forEach((degrees, index) => {
    header.setInt32(102 + index * 4, Math.round(degrees * 1e7), true);
  });
  return concat([new Uint8Array(header.buffer), root, meta, contents]);
}

/** Numbers of tiles, run lengths, lengths and offsets, each column after the other. */
function directory(entries: readonly { id: number; data: Uint8Array }[]): Uint8Array {
  const ids = entries.map(({ id }, index) => id - (entries[index - 1]?.id ?? 0));
  const lengths = entries.map(({ data }) => data.length);
  // 0 means: right after the one before. The first is written as its offset and one.
  const offsets = entries.map((_, index) => (index === 0 ? 1 : 0));
  return bytes([entries.length, ...ids, ...entries.map(() => 1), ...lengths, ...offsets].flatMap(varint));
}

/** A layer of a vector tile; positions count from the upper left, over an extent of 4096. */
export interface TestLayer {
  name: string;
  features: { type: 'point' | 'line' | 'polygon'; path: [number, number][]; tags?: Record<string, string> }[];
}

/** A Mapbox Vector Tile of version 2 with an extent of 4096: https://github.com/mapbox/vector-tile-spec */
export function vectorTile(layers: readonly TestLayer[]): Uint8Array {
  return bytes(layers.flatMap((layer) => field(3, layerBytes(layer))));
}

function layerBytes({ name, features }: TestLayer): number[] {
  const words = features.flatMap(({ tags = {} }) => Object.entries(tags));
  const keys = [...new Set(words.map(([key]) => key))];
  const values = [...new Set(words.map(([, value]) => value))];
  const types = { point: 1, line: 2, polygon: 3 };
  return [
    ...[...varint(tag(15, 0)), ...varint(2)],
    ...field(1, text(name)),
    ...features.flatMap(({ type, path, tags = {} }) => {
      const pairs = Object.entries(tags).flatMap(([key, value]) => [
        keys.indexOf(key),
        values.indexOf(value),
      ]);
      return field(2, [
        ...field(2, pairs.flatMap(varint)),
        ...[...varint(tag(3, 0)), types[type]],
        ...field(4, commands(path, type).flatMap(varint)),
      ]);
    }),
    ...keys.flatMap((key) => field(3, text(key))),
    ...values.flatMap((value) => field(4, field(1, text(value)))),
    ...[...varint(tag(5, 0)), ...varint(4096)],
  ];
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
