import { describe, expect, it } from 'vitest';
import { hostileTexts } from '../testing/hostile.ts';
import { dictionary } from './index.ts';
import { isolated } from './isolated.ts';

describe('a text of somebody’s own within a sentence', () => {
  it('is as it was where it runs from left to right', () => {
    for (const text of ['我的演示', 'My deck (2)', '“5G” 演示', '']) expect(isolated(text)).toBe(text);
  });

  it('is set apart where it runs from right to left', () => {
    expect(isolated('عرض 2020')).toBe('\u2068عرض 2020\u2069');
    expect(isolated('演示 מצגת')).toBe('\u2068演示 מצגת\u2069');
  });

  it('turns nothing around it: no turn in it stays open, and it ends no isolate but its own', () => {
    for (const text of [...hostileTexts, '\u202Eabc', '\u2069\u2069', '\u2067א', '\u200Fא\u202D']) {
      const inside = isolated(text).replace(/^\u2068(.*)\u2069$/su, '$1');
      expect(inside).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/u);
    }
  });
});

describe('the date of a report', () => {
  const zones = ['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Shanghai'];
  const said = (date: string) => [dictionary('zh').stamp([date]), dictionary('en').stamp([date])];

  it.each(zones)('is the same wherever the clock stands, in %s', (zone) => {
    const before = process.env.TZ;
    process.env.TZ = zone;
    try {
      expect(said('2020-02-29')).toEqual(['据 2020年2月29日 报告', 'As of the report of 29 February 2020']);
      expect(said('1999-12-31')[1]).toContain('31 December 1999');
      expect(said('2100-01-01')[1]).toContain('1 January 2100');
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  });
});
