import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve, sep } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { mediaTypeOf } from '../../deploy/served-files.ts';
import type { FormFile } from './forms.ts';

/** A line to a visitor. */
export interface Line {
  /** Bits in a second, shared by all that is under way. */
  rate: number;
  /** Milliseconds until an answer begins. */
  delay: number;
}

/** What was sent of the data so far. */
export interface Sent {
  requests: number;
  bytes: number;
}

/** How much of an answer is sent at a time, in bytes. */
const piece = 16_384;

/** Bytes from the first to behind the last that a `Range` header asks for; null of one that cannot be had. */
export function rangeOf(header: string, length: number): [from: number, to: number] | null {
  const [, first = '', last = ''] = /^bytes=(\d+)-(\d*)$/u.exec(header) ?? [];
  if (first === '' || Number(first) >= length) return null;
  const end = last === '' ? length : Math.min(length, Number(last) + 1);
  return end > Number(first) ? [Number(first), end] : null;
}

/**
 * Serves a built page as fast as it can, and one file of data as over a line: each answer begins after a delay, and all
 * answers together have one rate. It counts what it sends of the data.
 */
export class PacedServer {
  data: FormFile | null = null;
  sent: Sent = { requests: 0, bytes: 0 };
  #free = 0;

  private constructor(
    readonly server: Server,
    readonly address: string,
    readonly line: Line,
  ) {}

  /** Starts it for this computer alone, on a free port. */
  static start(folder: string, line: Line): Promise<PacedServer> {
    const root = resolve(folder);
    return new Promise((done, failed) => {
      const server = createServer((request, response) => {
        void paced.#answer(root, request, response).catch((error: Error) => response.destroy(error));
      });
      let paced: PacedServer;
      server.once('error', failed);
      server.listen(0, '127.0.0.1', () => {
        const { port } = server.address() as AddressInfo;
        paced = new PacedServer(server, `http://127.0.0.1:${port}/`, line);
        done(paced);
      });
    });
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  async #answer(root: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '/', this.address).pathname;
    // Both together let a page ask how much memory it and its workers take.
    response.setHeader('cross-origin-opener-policy', 'same-origin');
    response.setHeader('cross-origin-embedder-policy', 'require-corp');
    if (this.data && path === `/data/${this.data.name}`) return this.#sendData(this.data, request, response);
    const file = join(root, path === '/' ? 'index.html' : path);
    if (!file.startsWith(root + sep) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': mediaTypeOf(file) }).end(readFileSync(file));
  }

  async #sendData({ content, encoding }: FormFile, request: IncomingMessage, response: ServerResponse) {
    this.sent.requests += 1;
    await wait(this.line.delay);
    const { range } = request.headers;
    const part = range ? rangeOf(range, content.length) : ([0, content.length] as const);
    if (!part) {
      response.writeHead(416, { 'content-range': `bytes */${content.length}` }).end();
      return;
    }
    const [from, to] = part;
    response.writeHead(range ? 206 : 200, {
      'content-type': 'application/octet-stream',
      'content-length': to - from,
      etag: `"${content.length}"`,
      ...(range && { 'content-range': `bytes ${from}-${to - 1}/${content.length}` }),
      ...(encoding && { 'content-encoding': encoding }),
    });
    for (let at = from; at < to && !response.destroyed; at += piece) {
      const bytes = content.subarray(at, Math.min(to, at + piece));
      this.#free = Math.max(performance.now(), this.#free) + ((bytes.length * 8) / this.line.rate) * 1000;
      await wait(this.#free - performance.now());
      response.write(bytes);
      this.sent.bytes += bytes.length;
    }
    response.end();
  }
}
