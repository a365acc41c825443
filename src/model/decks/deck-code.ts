import { mostBytes } from './deck-file.ts';

/** Links longer than this, in characters, are cut or refused by some of what they are sent through. */
export const longestLink = 6000;

/** A text as a code for an address: deflated (RFC 1951), in base64url (RFC 4648 §5) without padding. */
export async function packText(text: string): Promise<string> {
  const bytes = await collect(
    new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw')),
    Number.POSITIVE_INFINITY,
  );
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The text of a code. Rejects what is no code, and what would unfold to more than a file of decks may be. */
export async function unpackText(code: string): Promise<string> {
  if (!/^[A-Za-z0-9_-]+$/u.test(code)) throw new Error('The code holds characters that no code has.');
  const binary = atob(code.replaceAll('-', '+').replaceAll('_', '/'));
  const packed = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const bytes = await collect(stream, mostBytes);
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

/** All bytes of a stream; rejects as soon as they are more than `most`. */
async function collect(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel();
      throw new Error(`The code unfolds to more than ${most} bytes.`);
    }
    chunks.push(value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
