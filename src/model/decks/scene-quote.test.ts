import { describe, expect, it } from 'vitest';
import { testDataset } from '../../testing/atlas.ts';
import { quotedWords } from './scene-quote.ts';

const [report] = testDataset.reports;
const paragraph = report?.paragraphs.find(({ text }) => text.length > 4);
if (!report || !paragraph) throw new Error('The test data hold no paragraph.');
const quote = { report: report.id, paragraph: paragraph.id, start: 1, end: 4 };

describe('the words of a scene’s quote', () => {
  it('are the report’s own, with the number of their paragraph', () => {
    expect(quotedWords(quote, testDataset.reports)).toEqual({
      text: paragraph.text.slice(1, 4),
      paragraph: paragraph.id.slice(1),
    });
  });

  it('are none where the reports do not hold them', () => {
    expect(quotedWords({ ...quote, report: 'gone' }, testDataset.reports)).toBeNull();
    expect(quotedWords({ ...quote, paragraph: 'p9999' }, testDataset.reports)).toBeNull();
    expect(quotedWords({ ...quote, start: 9000, end: 9001 }, testDataset.reports)).toBeNull();
  });
});
