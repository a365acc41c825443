import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failureOf, tileVerdict } from './basemap-health.ts';
import { UnusableBasemap } from './basemap-parts.ts';

const verdict = (loaded: number, failed: number, atRest = true) => tileVerdict({ loaded, failed, atRest });

describe('the verdict on a basemap’s tiles', () => {
  it('is good when they are there, even with a hole among many', () => {
    expect(verdict(4, 0)).toBe('good');
    expect(verdict(12, 1)).toBe('good');
  });

  it('is bad when most of them fail', () => {
    expect(verdict(0, 1)).toBe('bad');
    expect(verdict(2, 3)).toBe('bad');
  });

  it('waits while more may come, but not when all fail one after the other', () => {
    expect(verdict(0, 2, false)).toBe('wait');
    expect(verdict(3, 9, false)).toBe('wait');
    expect(verdict(0, 3, false)).toBe('bad');
  });

  it('is nothing when there was no tile to load', () => {
    expect(verdict(0, 0)).toBe('nothing');
  });

  it('is never good without a tile, and never bad without a failure', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), fc.boolean(), (loaded, failed, atRest) => {
        const said = verdict(loaded, failed, atRest);
        if (said === 'good') expect(loaded).toBeGreaterThan(0);
        if (said === 'bad') expect(failed).toBeGreaterThan(0);
        if (atRest) expect(said).not.toBe('wait');
      }),
    );
  });
});

describe('why a basemap failed', () => {
  const status = (code: number) => failureOf(Object.assign(new Error(), { status: code }));

  it('is a refusal for keys, quotas and addresses', () => {
    expect([401, 403, 418, 429].map(status)).toEqual(Array(4).fill('refused'));
  });

  it('is that it cannot be reached for other answers, and for none', () => {
    expect([404, 500, 503].map(status)).toEqual(Array(3).fill('unreachable'));
    expect(failureOf(new TypeError('Failed to fetch'))).toBe('unreachable');
    expect(failureOf(undefined)).toBe('unreachable');
  });

  it('is its content, or that it takes too long', () => {
    expect(failureOf(new UnusableBasemap('no style'))).toBe('unusable');
    expect(failureOf(new DOMException('', 'TimeoutError'))).toBe('slow');
  });
});
