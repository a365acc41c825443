import { describe, expect, it } from 'vitest';
import { splitAtFigures } from './figures-in-text.ts';

const figuresIn = (text: string) => splitAtFigures(text).filter((_, index) => index % 2 === 1);

describe('figures in a text', () => {
  it('are kept with their units', () => {
    expect(
      figuresIn('孚能科技 160 亿元，北汽麦格纳60亿元；签约后 97 天，11个月，12.5万平方米，增长 6.1%'),
    ).toEqual(['160 亿元', '60亿元', '97 天', '11个月', '12.5万平方米', '6.1%']);
  });

  it('need a unit: a number alone is never parted', () => {
    expect(figuresIn('312、243；Line 5')).toEqual([]);
  });

  it('lose nothing of the text', () => {
    for (const text of ['', '没有数', '2020年', 'LNG 30 亿元。', 'Line 5, 160 billion yuan'])
      expect(splitAtFigures(text).join('')).toBe(text);
  });
});
