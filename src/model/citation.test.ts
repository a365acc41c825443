import { describe, expect, it } from 'vitest';
import { testMention, testReport } from '../testing/atlas.ts';
import { citation } from './citation.ts';

describe('a citation', () => {
  it('holds the words themselves, who said them, where and when', () => {
    expect(citation(testMention('p1', '道路贯通'), [testReport])).toBe(
      '“道路贯通”——试城市人民政府：《试城市政府工作报告》，2022年1月8日，“回顾·工程·重点工程”（本图段落号 p1）。',
    );
  });
});
