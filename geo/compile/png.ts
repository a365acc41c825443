import { crc32, deflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * A PNG file that is black throughout and whose alpha is given, a byte for each pixel, in rows from the top. Grey with
 * alpha takes less than half the bytes of the same picture in red, green, blue and alpha.
 * Format: Portable Network Graphics (PNG) Specification (Second Edition), W3C Recommendation 2003.
 */
export function alphaToPng(alpha: Uint8Array, width: number, height: number): Buffer {
  if (alpha.length !== width * height) {
    throw new Error(`A picture of ${width} × ${height} has no alpha of ${alpha.length} bytes.`);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a sample, grey with alpha; the rest 0: deflate, the five filters, not interlaced.
  header.set([8, 4], 8);
  // Each row begins with its filter, 0 for none; grey and alpha alternate.
  const stride = 1 + width * 2;
  const rows = Buffer.alloc(height * stride);
  for (const [index, value] of alpha.entries()) {
    rows[Math.floor(index / width) * stride + 2 + (index % width) * 2] = value;
  }
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Length of the data, type, data, and the checksum of the latter two. */
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}
