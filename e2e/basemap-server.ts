import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { crc32, deflateSync } from 'node:zlib';

/** How the server behaves: well, with an error, or by never answering. */
export type Conduct = 'well' | 403 | 500 | 'hang';

/** The colour of every tile: one that the atlas itself never uses. */
export const tileColour = [230, 0, 230] as const;

/** A small server of a MapLibre style and its raster tiles, on this computer, that fails when it is told to. */
export class BasemapServer {
  readonly origin: string;
  /** Paths that were asked for, in order. */
  readonly asked: string[] = [];
  /** How the style is served, and how the tiles are. */
  conduct: { style: Conduct; tiles: Conduct } = { style: 'well', tiles: 'well' };
  private readonly server: Server;
  private readonly tile = solidPng(tileColour);

  private constructor(server: Server) {
    this.server = server;
    this.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    server.on('request', ({ url = '/' }, response) => this.answer(decodeURIComponent(url), response));
  }

  /** Starts the server on a free port. */
  static start(): Promise<BasemapServer> {
    const server = createServer();
    return new Promise((done, failed) => {
      server.once('error', failed);
      server.listen(0, '127.0.0.1', () => done(new BasemapServer(server)));
    });
  }

  /** Forgets what was asked, and behaves well again. */
  reset(): void {
    this.asked.length = 0;
    this.conduct = { style: 'well', tiles: 'well' };
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private answer(path: string, response: ServerResponse): void {
    this.asked.push(path);
    const isTile = path.startsWith('/tiles/');
    const conduct = isTile ? this.conduct.tiles : this.conduct.style;
    if (conduct === 'hang') return;
    const send = (type: string, body: string | Uint8Array) =>
      response
        .writeHead(200, {
          'content-type': type,
          'access-control-allow-origin': '*',
          'cache-control': 'no-store',
        })
        .end(body);
    if (conduct !== 'well') response.writeHead(conduct, { 'access-control-allow-origin': '*' }).end();
    else if (isTile) send('image/png', this.tile);
    else if (path === '/style.json') send('application/json', JSON.stringify(style));
    else if (path === '/words.json') send('text/plain', 'no style');
    // An empty range of glyphs is a range without glyphs.
    else if (path.startsWith('/fonts/')) send('application/x-protobuf', new Uint8Array());
    else if (path.endsWith('.json')) send('application/json', '{}');
    else send('image/png', this.tile);
  }
}

/** A style as they come: a ground, tiles, a sprite, and letters from the server. */
const style = {
  version: 8,
  glyphs: 'fonts/{fontstack}/{range}.pbf',
  sprite: './sprite',
  sources: {
    tiles: { type: 'raster', tiles: ['tiles/{z}/{x}/{y}.png'], tileSize: 256, maxzoom: 14 },
    names: {
      type: 'geojson',
      data: { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [119.45, 32.2] } },
    },
  },
  layers: [
    { id: 'ground', type: 'background', paint: { 'background-color': '#000000' } },
    { id: 'tiles', type: 'raster', source: 'tiles', paint: { 'raster-fade-duration': 0 } },
    {
      id: 'names',
      type: 'symbol',
      source: 'names',
      layout: { 'text-field': 'Basemap', 'text-font': ['Fixture Regular'] },
    },
  ],
};

/** A PNG of 256 × 256 pixels in one colour. */
export function solidPng(colour: readonly [number, number, number]): Buffer {
  const size = 256;
  const row = Buffer.concat([Buffer.of(0), Buffer.concat(Array(size).fill(Buffer.from(colour)))]);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(Array(size).fill(row)))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
