/**
 * Coordinates are most of the data's weight. Packed, a line is one text of small differences: about half the bytes,
 * compressed. Method: Encoded Polyline Algorithm Format (Google), with longitude first and a precision of our own.
 */

/** A value with the coordinates of its geometries packed, and to how many decimals of a degree. */
export interface Packed {
  decimals: number;
  value: unknown;
}

type Position = readonly number[];
interface Shape {
  type: string;
  coordinates: unknown;
}

const firstCode = 63;
const bitsPerLetter = 5;
const more = 1 << bitsPerLetter;

/**
 * Packs the lines and polygons anywhere in a JSON value; points stay as they are. Coordinates are rounded to the given
 * number of decimals (4 are about 10 m).
 */
export function pack(value: unknown, decimals: number): Packed {
  const factor = 10 ** decimals;
  const walk = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(walk);
    if (!isObject(part)) return part;
    if (isShape(part) && part.type !== 'Point')
      return { ...part, coordinates: packLines(part.coordinates, factor) };
    return Object.fromEntries(Object.entries(part).map(([key, child]) => [key, walk(child)]));
  };
  return { decimals, value: walk(value) };
}

/** The value again, its geometries as GeoJSON has them. */
export function unpack({ decimals, value }: Packed): unknown {
  const factor = 10 ** decimals;
  const walk = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(walk);
    if (!isObject(part)) return part;
    if (isShape(part) && part.type !== 'Point')
      return { ...part, coordinates: unpackLines(part.coordinates, factor) };
    return Object.fromEntries(Object.entries(part).map(([key, child]) => [key, walk(child)]));
  };
  return walk(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isShape(value: object): value is Shape {
  return 'type' in value && 'coordinates' in value;
}

/** Every list of positions becomes a text; lists of lists stay lists. */
function packLines(coordinates: unknown, factor: number): unknown {
  const list = coordinates as readonly unknown[];
  const [first] = list;
  const isLine = Array.isArray(first) && typeof first[0] === 'number';
  return isLine ? packLine(list as readonly Position[], factor) : list.map((part) => packLines(part, factor));
}

function unpackLines(coordinates: unknown, factor: number): unknown {
  return typeof coordinates === 'string'
    ? unpackLine(coordinates, factor)
    : (coordinates as readonly unknown[]).map((part) => unpackLines(part, factor));
}

function packLine(line: readonly Position[], factor: number): string {
  let [x, y] = [0, 0];
  let text = '';
  for (const [lng = 0, lat = 0] of line) {
    const [nextX, nextY] = [Math.round(lng * factor), Math.round(lat * factor)];
    text += packNumber(nextX - x) + packNumber(nextY - y);
    [x, y] = [nextX, nextY];
  }
  return text;
}

function packNumber(number: number): string {
  // The sign goes to the lowest bit, so that small differences of either sign stay short.
  let rest = number < 0 ? ~(number << 1) : number << 1;
  let text = '';
  for (; rest >= more; rest >>= bitsPerLetter)
    text += String.fromCharCode((more | (rest & (more - 1))) + firstCode);
  return text + String.fromCharCode(rest + firstCode);
}

function unpackLine(text: string, factor: number): Position[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at) - firstCode;
    value |= (code & (more - 1)) << shift;
    shift += bitsPerLetter;
    if (code >= more) continue;
    numbers.push(value & 1 ? ~(value >> 1) : value >> 1);
    value = 0;
    shift = 0;
  }
  let [x, y] = [0, 0];
  const line: Position[] = [];
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    x += numbers[at] ?? 0;
    y += numbers[at + 1] ?? 0;
    line.push([x / factor, y / factor]);
  }
  return line;
}
