import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { PMTiles, type Source } from 'pmtiles';
import { describe, expect, it } from 'vitest';
import { pmtilesArchive, vectorTile } from './pmtiles-archive.ts';

const bounds = [-180, -85, 180, 85] as const;
/** An archive in memory, that counts what is read of it. */
function opened(content: Uint8Array<ArrayBuffer>): { archive: PMTiles; reads: number[] } {
  const reads: number[] = [];
  const source: Source = {
    getKey: () => 'memory',
    getBytes: async (offset, length) => {
      reads.push(offset);
      return { data: content.slice(offset, offset + length).buffer };
    },
  };
  return { archive: new PMTiles(source), reads };
}
/** A content of a length that no rule foretells. */
function tileAt(z: number, x: number, y: number): Uint8Array {
  const hashes = [0, 1, 2, 3, 4].map((part) =>
    createHash('sha512').update(`${part} ${z}/${x}/${y}`).digest(),
  );
  return new Uint8Array(Buffer.concat(hashes).subarray(0, 4 + (hashes[0]?.[0] ?? 0)));
}
const level = (z: number) =>
  Array.from({ length: 4 ** z }, (_, index) => ({ z, x: index % 2 ** z, y: Math.floor(index / 2 ** z) })).map(
    (at) => ({ ...at, data: tileAt(at.z, at.x, at.y) }),
  );

describe('an archive of tiles', () => {
  it.each([undefined, gzipSync])(
    'gives every tile back, out of leaf directories where there are many',
    async (gzip) => {
      const content = pmtilesArchive({ type: 'png', tiles: level(7), bounds, ...(gzip && { gzip }) });
      const { archive, reads } = opened(content);
      const header = await archive.getHeader();
      expect(header.leafDirectoryLength).toBeGreaterThan(0);
      expect(header.rootDirectoryOffset + header.rootDirectoryLength).toBeLessThan(16_384);
      expect([header.minZoom, header.maxZoom, header.numTileEntries]).toEqual([7, 7, 16_384]);
      for (const { z, x, y, data } of level(7).filter((_, index) => index % 997 === 0)) {
        const tile = await archive.getZxy(z, x, y);
        expect(new Uint8Array(tile?.data ?? new ArrayBuffer())).toEqual(data);
      }
      expect(await archive.getZxy(6, 0, 0)).toBeUndefined();
      expect(reads[0]).toBe(0);
    },
  );

  it('has one directory where that is enough', async () => {
    const { archive } = opened(pmtilesArchive({ type: 'png', tiles: level(2), bounds }));
    expect((await archive.getHeader()).leafDirectoryLength).toBe(0);
    expect(new Uint8Array((await archive.getZxy(2, 3, 1))?.data ?? new ArrayBuffer())).toEqual(
      tileAt(2, 3, 1),
    );
  });
});

describe('a vector tile', () => {
  it('names each key and value once, numbers as numbers', () => {
    const tags = { name: 'a', count: 300 };
    const feature = { type: 'point' as const, path: [[1, 1]] as [number, number][], tags };
    const of = (count: number) => vectorTile([{ name: 'items', features: Array(count).fill(feature) }]);
    const [one, two] = [of(20), of(21)];
    // Another feature of the same words: its tags, kind and position, and no words.
    expect(two.length - one.length).toBe(15);
    expect(Buffer.from(one).includes(Buffer.from([0x28, 0xac, 0x02]))).toBe(true);
  });
});
