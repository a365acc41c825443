import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm } from '@resvg/resvg-wasm';

let started: Promise<void> | undefined;

/** Starts the renderer of SVG, which is WebAssembly, once in a process; resolves when it can draw. */
export function startRenderer(): Promise<void> {
  started ??= start();
  return started;
}

async function start(): Promise<void> {
  try {
    await initWasm(await readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
  } catch (error) {
    // A development server that reads its configuration again finds it running.
    if (!(error instanceof Error && error.message.startsWith('Already initialized'))) throw error;
  }
}
