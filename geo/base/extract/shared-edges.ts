/**
 * Areas that share their borders, taken apart into the edges between two vertices.
 *
 * An edge that two areas share is one edge here. Whoever changes a border changes it edge by edge, and every ring is
 * built again from the same edges: so no gap and no overlap can come up. Positions are WGS-84 `[lng, lat]`.
 */
import type { Position } from 'geojson';
import { type PlanePoint, toPlane } from './curve.ts';

/** A named area: its polygons, each of them rings (the outer one first), each closed. */
export interface SharedArea {
  name: string;
  polygons: Position[][][];
}

/** The stretch between two successive vertices, and the areas on its sides: one or two. */
export interface Edge {
  from: Position;
  to: Position;
  owners: string[];
}

/** The same text for an edge whichever way it runs; positions are compared as they stand, in five decimals. */
export function edgeKey(a: Position, b: Position): string {
  const [p, q] = [String(a), String(b)];
  return p < q ? `${p} ${q}` : `${q} ${p}`;
}

/** Pairs of successive positions of a line. */
export function pairs(line: Position[]): [Position, Position][] {
  return line.slice(1).map((to, i) => [line[i] ?? to, to]);
}

/** All edges of the areas by key; `from` and `to` run as in the first area that has the edge. */
export function edgesOf(areas: SharedArea[]): Map<string, Edge> {
  const edges = new Map<string, Edge>();
  for (const { name, polygons } of areas) {
    for (const [from, to] of polygons.flat().flatMap(pairs)) {
      const key = edgeKey(from, to);
      const edge = edges.get(key);
      if (edge === undefined) edges.set(key, { from, to, owners: [name] });
      else edge.owners.push(name);
    }
  }
  return edges;
}

/**
 * The areas with edges drawn as longer lines.
 * @param lines by edge key: the line from the edge's `from` to its `to`, both included; other edges stay straight
 */
export function withLines(areas: SharedArea[], lines: Map<string, Position[]>): SharedArea[] {
  const drawn = (from: Position, to: Position): Position[] => {
    const line = lines.get(edgeKey(from, to)) ?? [from, to];
    return String(line[0]) === String(from) ? line : [...line].reverse();
  };
  const ring = (closed: Position[]): Position[] => [
    ...closed.slice(0, 1),
    ...pairs(closed).flatMap(([from, to]) => drawn(from, to).slice(1)),
  ];
  return areas.map(({ name, polygons }) => ({
    name,
    polygons: polygons.map((rings) => rings.map(ring)),
  }));
}

/**
 * Chains of edges as long as they run on between the same areas.
 * @param edges the edges to chain
 * @param isNode whether a chain has to end at this position
 * @returns lines of at least two positions; one that closes on itself starts and ends at the same position
 */
export function arcsOf(edges: Edge[], isNode: (position: Position) => boolean): Position[][] {
  const at = new Map<string, Edge[]>();
  for (const edge of edges) {
    for (const end of [edge.from, edge.to]) at.set(String(end), [...(at.get(String(end)) ?? []), edge]);
  }
  const used = new Set<Edge>();
  const follow = (start: Position, first: Edge): Position[] => {
    const line = [start];
    for (let edge: Edge | undefined = first; edge !== undefined; ) {
      used.add(edge);
      const end: Position = String(edge.from) === String(line.at(-1)) ? edge.to : edge.from;
      line.push(end);
      edge = isNode(end) ? undefined : at.get(String(end))?.find((next) => !used.has(next));
    }
    return line;
  };
  const arcs: Position[][] = [];
  const chain = (starts: (position: Position) => boolean): void => {
    for (const edge of edges) {
      for (const end of [edge.from, edge.to]) {
        if (!used.has(edge) && starts(end)) arcs.push(follow(end, edge));
      }
    }
  };
  chain(isNode);
  // What is left closes on itself without a node.
  chain(() => true);
  return arcs;
}

/**
 * Which points of a line to keep so that it strays from itself by no more than `tolerance` metres (Douglas–Peucker).
 * The ends are always kept.
 */
export function keptPoints(line: PlanePoint[], tolerance: number): Set<number> {
  const kept = new Set([0, line.length - 1]);
  const between = (first: number, last: number): void => {
    let farthest = { index: -1, distance: tolerance };
    for (let i = first + 1; i < last; i += 1) {
      const distance = distanceToSegment(line[i] ?? [], line[first] ?? [], line[last] ?? []);
      if (distance > farthest.distance) farthest = { index: i, distance };
    }
    if (farthest.index < 0) return;
    kept.add(farthest.index);
    between(first, farthest.index);
    between(farthest.index, last);
  };
  between(0, line.length - 1);
  return kept;
}

/** Metres from a point of the plane to the nearest point of a segment. */
export function distanceToSegment(
  [x = 0, y = 0]: PlanePoint,
  [ax = 0, ay = 0]: PlanePoint,
  [bx = 0, by = 0]: PlanePoint,
): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length2 = dx * dx + dy * dy;
  const t = length2 === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length2));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}

/**
 * The lines that cross or touch another one, or themselves, elsewhere than at a vertex both have.
 * @returns pairs of keys; a line that crosses itself is paired with itself
 */
export function crossings(lines: Map<string, Position[]>): [string, string][] {
  const pieces = [...lines].flatMap(([key, line]) =>
    pairs(line).map(([from, to]) => {
      const [a, b] = [toPlane(from), toPlane(to)];
      return { key, a, b, ends: [String(from), String(to)], box: boxOf(a, b) };
    }),
  );
  // From west to east: only pieces that start before this one ends can meet it.
  pieces.sort((p, q) => p.box.west - q.box.west);
  const found: [string, string][] = [];
  pieces.forEach((p, i) => {
    for (let j = i + 1; j < pieces.length; j += 1) {
      const q = pieces[j];
      if (q === undefined || q.box.west > p.box.east) break;
      if (q.box.south > p.box.north || q.box.north < p.box.south) continue;
      const common = p.ends.filter((end) => q.ends.includes(end)).length;
      if (common === 2 || (common === 1 ? foldBack(p, q) : meet(p, q))) found.push([p.key, q.key]);
    }
  });
  return found;
}

interface Piece {
  a: PlanePoint;
  b: PlanePoint;
  ends: string[];
}

function boxOf([ax = 0, ay = 0]: PlanePoint, [bx = 0, by = 0]: PlanePoint) {
  return { west: Math.min(ax, bx), east: Math.max(ax, bx), south: Math.min(ay, by), north: Math.max(ay, by) };
}

/** Two vertices closer than this (metres) are as good as one. */
const TOUCH = 0.5;

/** Whether two pieces without a common vertex cross or touch. */
function meet(p: Piece, q: Piece): boolean {
  const side = ([ax = 0, ay = 0]: PlanePoint, [bx = 0, by = 0]: PlanePoint, [x = 0, y = 0]: PlanePoint) =>
    Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax));
  const crosses =
    side(p.a, p.b, q.a) * side(p.a, p.b, q.b) < 0 && side(q.a, q.b, p.a) * side(q.a, q.b, p.b) < 0;
  return (
    crosses ||
    [q.a, q.b].some((end) => distanceToSegment(end, p.a, p.b) < TOUCH) ||
    [p.a, p.b].some((end) => distanceToSegment(end, q.a, q.b) < TOUCH)
  );
}

/** Whether two pieces that share one vertex lie on each other. */
function foldBack(p: Piece, q: Piece): boolean {
  const free = (piece: Piece, other: Piece) => (other.ends.includes(piece.ends[0] ?? '') ? piece.b : piece.a);
  return distanceToSegment(free(p, q), q.a, q.b) < TOUCH || distanceToSegment(free(q, p), p.a, p.b) < TOUCH;
}
