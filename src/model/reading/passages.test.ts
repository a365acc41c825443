import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testFigure, testItem, testMention, testReport } from '../../testing/atlas.ts';
import type { Paragraph } from '../dataset.ts';
import { hitsIn, mentionsByParagraph, passagesOf } from './index.ts';

const [first] = testReport.paragraphs;
if (!first) throw new Error('The test report has no paragraph.');

const bridge = testItem('bridge', { mentions: [testMention('p1', '大桥合龙')] });
const works = testItem('works', { mentions: [testMention('p1', '大桥合龙，道路贯通')] });
const plant = testItem('plant', {
  mentions: [testMention('p1', '新厂投产'), testMention('p2', '大桥建设')],
});
const here = mentionsByParagraph([plant, works, bridge]).get(`${testReport.id}/p1`) ?? [];

describe('mentions by paragraph', () => {
  it('stand in the order of the text, each under its own paragraph', () => {
    expect(here.map(({ item }) => item.id)).toEqual(['bridge', 'works', 'plant']);
    const there = mentionsByParagraph([plant]).get(`${testReport.id}/p2`);
    expect(there?.map(({ item }) => item.id)).toEqual(['plant']);
  });
});

describe('the passages of a paragraph', () => {
  it('name whom they speak of, the closest quote first, and where a quote ends', () => {
    const told = passagesOf(first, here).map(({ text, items, ending }) => [text, [...items], [...ending]]);
    expect(told).toEqual([
      ['重点工程。', [], []],
      ['大桥合龙', ['bridge', 'works'], ['bridge']],
      ['，道路贯通', ['works'], ['works']],
      ['！', [], []],
      ['新厂投产', ['plant'], ['plant']],
      ['。', [], []],
    ]);
  });

  it('make up the whole text again, whatever is looked for and wherever it was cut', () => {
    const spans = fc.array(fc.tuple(fc.nat(first.text.length), fc.nat(first.text.length)), { maxLength: 4 });
    const cuts = fc.array(fc.nat(first.text.length), { maxLength: 3 });
    fc.assert(
      fc.property(spans, cuts, (hits, at) => {
        const paragraph: Paragraph = { ...first, cuts: at };
        const found = hits.map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
        const passages = passagesOf(paragraph, here, found);
        expect(passages.map(({ text }) => text).join('')).toBe(first.text);
        for (const { start, text } of passages)
          expect(first.text.slice(start, start + text.length)).toBe(text);
      }),
    );
  });

  it('mark where the source was cut', () => {
    const cut = passagesOf({ ...first, cuts: [7] }, []).filter((passage) => passage.cut);
    expect(cut.map(({ start }) => start)).toEqual([7]);
  });

  it('mark figures as the report writes them, and not a part of a longer number', () => {
    const paragraph: Paragraph = { ...first, text: '投资1160亿元，其中160亿元', cuts: [] };
    const item = testItem('base', {
      mentions: [
        {
          ...testMention('p1', '重点工程'),
          start: 0,
          end: paragraph.text.length,
          figures: [testFigure({ value: 1160, unit: '亿元' })],
        },
      ],
    });
    const mentions = mentionsByParagraph([item]).get(`${testReport.id}/p1`) ?? [];
    const marked = passagesOf(paragraph, mentions).filter(({ figure }) => figure);
    expect(marked.map(({ text }) => text)).toEqual(['1160亿元']);
  });
});

describe('what is looked for', () => {
  it('is found wherever it stands, in whatever case, and nowhere when it is empty', () => {
    expect(hitsIn('5G网络与5g应用', '5G')).toEqual([
      { start: 0, end: 2 },
      { start: 5, end: 7 },
    ]);
    expect(hitsIn('网络', '  ')).toEqual([]);
    expect(hitsIn('a.b', '.*')).toEqual([]);
  });

  it('numbers the hits of a paragraph', () => {
    const hits = passagesOf(first, [], hitsIn(first.text, '，')).filter(({ hit }) => hit !== null);
    expect(hits.map(({ hit }) => hit)).toEqual([0]);
  });
});
