import { describe, expect, it } from 'vitest';
import { testDataset, testItem, testMention, testReport } from '../../testing/atlas.ts';
import type { Dataset } from '../dataset.ts';
import { promiseBoard } from './promise-board.ts';

const numbered = (id: string, text: string, ordinal: number | null) => ({
  id,
  text,
  cuts: [],
  section: 'plan',
  role: 'body' as const,
  lead: '',
  ordinal,
});
const report = {
  ...testReport,
  paragraphs: [
    numbered('p12', '2.改造道路，新建公园。', 2),
    numbered('p11', '1.改造小区。', 1),
    numbered('p13', '3.振兴工业。', 3),
    numbered('p14', '另外新建公园。', null),
  ],
};
const mention = (paragraph: string, start: number) => ({
  ...testMention('p2', '继续推进'),
  paragraph,
  start,
  end: start + 4,
});
const park = testItem('park', { tags: ['ten-promises'], mentions: [mention('p12', 7), mention('p14', 2)] });
const road = testItem('road', { tags: ['ten-promises'], mentions: [mention('p12', 2)] });
const estate = testItem('estate', { tags: ['ten-promises'], mentions: [mention('p11', 2)] });
const industry = testItem('industry', { mentions: [mention('p13', 2)] });
const dataset: Dataset = { ...testDataset, reports: [report], items: [park, road, estate, industry] };

describe('the board of promises', () => {
  it('holds every numbered promise by its number, with what it promises in the order of its words', () => {
    expect(
      promiseBoard(dataset.items, dataset).map(({ ordinal, paragraph, text, promised, total }) => [
        ordinal,
        paragraph,
        text,
        promised.map(({ item }) => item.id),
        total,
      ]),
    ).toEqual([
      [1, 'p11', '1.改造小区。', ['estate'], 1],
      [2, 'p12', '2.改造道路，新建公园。', ['road', 'park'], 2],
    ]);
  });

  it('keeps its promises whatever is filtered, with those of the items that are given', () => {
    const board = promiseBoard([park], dataset);
    expect(board.map(({ ordinal, promised, total }) => [ordinal, promised.length, total])).toEqual([
      [1, 0, 1],
      [2, 1, 2],
    ]);
  });
});
