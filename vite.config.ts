import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { atlasData } from './geo/compile/vite-plugin.ts';

export default defineConfig({
  // Relative addresses: the built site works on any subpath.
  base: './',
  // The unit tests check the compiler itself: a mistake in the data must not keep them from running.
  plugins: [react(), ...(process.env.VITEST ? [] : [atlasData()])],
  build: {
    target: 'es2022',
    // MapLibre alone is larger than the default limit; budgets are held by a test instead.
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        // Data apart from code: their sizes are budgeted apart, and a change of one leaves the other in the cache.
        codeSplitting: {
          groups: [
            { name: 'basis-notes', test: /virtual:atlas\/basis-notes/u, priority: 2 },
            { name: 'data', test: /virtual:atlas/u, priority: 1 },
          ],
        },
      },
    },
  },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'geo/**/*.test.ts', 'e2e/**/*.test.ts'],
  },
});
