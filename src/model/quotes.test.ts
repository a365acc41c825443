import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testItem, testMention, testReport } from '../testing/atlas.ts';
import { mentionQuote, mentionYearRange, mentionYears, quoteInContext } from './quotes.ts';

const reports = [testReport];
const text = testReport.paragraphs[0]?.text ?? '';

describe('a quote', () => {
  it('is the exact words between its offsets', () => {
    expect(mentionQuote(testMention('p1', '道路贯通'), reports)).toBe('道路贯通');
  });

  it('fails loudly when its paragraph is not there', () => {
    const mention = testMention('p1', '道路贯通');
    expect(() => mentionQuote({ ...mention, paragraph: 'p99' }, reports)).toThrow(/p99/u);
    expect(() => mentionQuote({ ...mention, report: 'other' }, reports)).toThrow(/other/u);
  });
});

describe('a quote in its sentence', () => {
  it('has the rest of the sentence before and after it, up to its full stop', () => {
    expect(quoteInContext(testMention('p1', '合龙'), reports)).toMatchObject({
      before: '大桥',
      quote: '合龙',
      after: '，道路贯通！',
    });
  });

  it('ends at an exclamation mark as at a full stop', () => {
    expect(quoteInContext(testMention('p1', '投产'), reports)).toMatchObject({
      before: '新厂',
      after: '。',
    });
  });

  it('is not led on into the next sentence when the quote holds the full stop itself', () => {
    expect(quoteInContext(testMention('p1', '道路贯通！'), reports)).toMatchObject({
      before: '大桥合龙，',
      quote: '道路贯通！',
      after: '',
    });
  });

  it('ends with the paragraph where that ends without a full stop', () => {
    expect(quoteInContext(testMention('p2', '大桥'), reports)).toMatchObject({
      before: '继续推进',
      after: '建设',
    });
  });

  it('names its paragraph, report and sections from the outermost inwards', () => {
    const { paragraph, report, sections } = quoteInContext(testMention('p1', '合龙'), reports);
    expect([paragraph.id, report.id]).toEqual(['p1', testReport.id]);
    expect(sections.map((section) => section.id)).toEqual(['review', 'works']);
  });

  it('is one unbroken stretch of the paragraph around the quote, wherever that stands', () => {
    fc.assert(
      fc.property(fc.nat({ max: text.length - 1 }), fc.nat({ max: text.length }), (start, length) => {
        const end = Math.min(start + length + 1, text.length);
        const mention = { ...testMention('p1', text), start, end };
        const { before, quote, after } = quoteInContext(mention, reports);
        expect(quote).toBe(text.slice(start, end));
        expect(text.slice(start - before.length, end + after.length)).toBe(before + quote + after);
        expect(before).not.toMatch(/[。！？]/u);
        expect(after.slice(0, -1)).not.toMatch(/[。！？]/u);
      }),
    );
  });
});

describe('the years of an item', () => {
  it('stand once each, in order, whatever the order of its mentions', () => {
    const later = testMention('p2', '大桥');
    const earlier = testMention('p1', '大桥');
    const item = testItem('bridge', { mentions: [later, earlier, earlier] });
    expect(mentionYears(item)).toEqual([2021, 2022]);
    expect(mentionYearRange(item)).toBe('2021；2022');
  });
});
