import { crc32, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { alphaToPng } from './png.ts';

/** The chunks of a PNG file by type, after a look at their checksums. */
function chunksOf(file: Buffer): Map<string, Buffer> {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < file.length; ) {
    const end = at + 8 + file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    expect([type, file.readUInt32BE(end)]).toEqual([type, crc32(file.subarray(at + 4, end))]);
    chunks.set(type, file.subarray(at + 8, end));
    at = end + 4;
  }
  return chunks;
}

describe('a PNG made of alpha', () => {
  const file = alphaToPng(Uint8Array.from([0, 128, 255, 1, 2, 3]), 3, 2);

  it('begins with the signature and says its size and kind', () => {
    expect(file.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    const chunks = chunksOf(file);
    expect([...chunks.keys()]).toEqual(['IHDR', 'IDAT', 'IEND']);
    expect([...(chunks.get('IHDR') ?? [])]).toEqual([0, 0, 0, 3, 0, 0, 0, 2, 8, 4, 0, 0, 0]);
  });

  it('holds black with the alpha that was given', () => {
    const rows = inflateSync(chunksOf(file).get('IDAT') ?? Buffer.alloc(0));
    expect([...rows]).toEqual([0, 0, 0, 0, 128, 0, 255, 0, 0, 1, 0, 2, 0, 3]);
  });

  it('is refused when size and alpha do not agree', () => {
    expect(() => alphaToPng(new Uint8Array(5), 3, 2)).toThrow('3 × 2');
  });
});
