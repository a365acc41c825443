import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serve } from './serve.ts';

const parent = mkdtempSync(join(tmpdir(), 'atlas-serve-'));
let server: Server;
let address: string;

beforeAll(async () => {
  const folder = join(parent, 'dist');
  mkdirSync(join(folder, 'data'), { recursive: true });
  writeFileSync(join(parent, 'secret.txt'), 'outside');
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'worker.mjs'), 'export {}');
  writeFileSync(join(folder, 'data', '项目.geojson'), '{}');
  ({ server, address } = await serve(folder));
});

afterAll(async () => {
  await new Promise((done) => server.close(done));
  rmSync(parent, { recursive: true });
});

/** Asks for a path exactly as it is written: `fetch` would tidy `..` away. */
function get(path: string, method = 'GET'): Promise<{ status: number; type: string; body: string }> {
  return new Promise((done, failed) => {
    request(new URL(address).origin, { path, method }, async (response) => {
      const body = (await response.setEncoding('utf8').toArray()).join('');
      done({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', body });
    })
      .on('error', failed)
      .end();
  });
}

it('serves the folder under the subpath', async () => {
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/atlas\/$/);
  expect(await get('/atlas/?item=a')).toEqual({
    status: 200,
    type: 'text/html; charset=utf-8',
    body: '<!doctype html>',
  });
  expect((await get('/atlas/worker.mjs')).type).toContain('text/javascript');
  expect((await get(`/atlas/data/${encodeURIComponent('项目')}.geojson`)).type).toContain(
    'application/geo+json',
  );
  expect((await get('/atlas/', 'HEAD')).body).toBe('');
});

it.each([
  '/',
  '/index.html',
  '/atlas/none.js',
  '/atlas/data',
  '/atlas/../secret.txt',
  '/atlas/%2e%2e%2fsecret.txt',
  '/atlas/%',
])('does not find %s', async (path) => {
  expect((await get(path)).status).toBe(404);
});

it('only reads', async () => {
  expect((await get('/atlas/', 'POST')).status).toBe(405);
});
