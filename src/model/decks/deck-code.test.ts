import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packText, unpackText } from './deck-code.ts';
import { mostBytes } from './deck-file.ts';

describe('the code of a text', () => {
  it('gives the text again, whatever it is, and needs no escape in an address', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 400 }), async (text) => {
        const code = await packText(text);
        expect(code).toMatch(/^[A-Za-z0-9_-]+$/u);
        expect(await unpackText(code)).toBe(text);
      }),
      { numRuns: 100 },
    );
  });

  it('is shorter than a text that repeats itself', async () => {
    expect((await packText('演示'.repeat(1000))).length).toBeLessThan(100);
  });

  it('that was cut, scribbled on or never was one is rejected', async () => {
    const code = await packText('一'.repeat(50) + Math.PI);
    for (const bad of ['', '%', 'a b', code.slice(0, -4), `${code}!`, 'AAAA', '-'])
      await expect(unpackText(bad), bad).rejects.toThrow();
  });

  it('that unfolds to more than a file may be is rejected', async () => {
    const bomb = await packText('x'.repeat(mostBytes + 1));
    expect(bomb.length).toBeLessThan(8000);
    await expect(unpackText(bomb)).rejects.toThrow(/more than/u);
  });
});
