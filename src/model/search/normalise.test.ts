import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise, normalText } from './normalise.ts';

describe('a text as it is compared', () => {
  it.each([
    ['ＬＮＧ　储配站（Ⅱ期）', 'lng储配站ii期'],
    ['“一带一路”·沿线', '一带一路沿线'],
    ['High-Tech Zone', 'hightechzone'],
    ['zhèn jiāng', 'zhenjiang'],
    ['lǜ, Lü, LV, lu\u0308', 'lvlvlvlv'],
    ['PM2.5', 'pm2.5'],
    ['２．５ 亿元', '2.5亿元'],
    ['2. 5，3.', '253'],
    ['第①期', '第1期'],
    ['👍🏽 .*+?^$ {}()|[]\\', ''],
    ['', ''],
  ])('%s → %s', (shown, text) => {
    expect(normalise(shown).text).toBe(text);
    expect(normalText(shown)).toBe(text);
  });

  it('knows where in the shown text each unit stands', () => {
    const { from, to, starts } = normalise('“Ａ b”㎞');
    expect(from).toEqual([1, 3, 5, 5]);
    expect(to).toEqual([2, 4, 6, 6]);
    expect(starts).toEqual([true, true, true, false]);
  });

  it('does not change any further when it is compared again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (shown) => {
        const { text, from, to, starts } = normalise(shown);
        expect(normalText(shown)).toBe(text);
        expect(normalText(text)).toBe(text);
        expect([from.length, to.length, starts.length]).toEqual([text.length, text.length, text.length]);
        const isInOrder = from.every((start, at) => start < (to[at] ?? 0) && start >= (from[at - 1] ?? 0));
        expect(isInOrder).toBe(true);
      }),
    );
  }, 60_000);
});
