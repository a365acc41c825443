import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { someFilters, someItems, testDataset, testItem, testMention } from '../../testing/atlas.ts';
import { countFacets } from '../facet-counts.ts';
import { filterItems } from '../facets.ts';
import { progressBySection, sectionCounts } from './sections.ts';

describe('progress by section', () => {
  it('is what choosing the section, and the progress with it, would list', () => {
    fc.assert(
      fc.property(someItems, someFilters, (all, filters) => {
        const items = filterItems(all, filters);
        const counts = countFacets(items, {}).section;
        for (const { value, total, byProgress } of progressBySection(items, testDataset)) {
          expect(total).toBe(filterItems(items, { section: [value] }).length);
          expect(total).toBe(counts.get(value) ?? 0);
          for (const { progress, count } of byProgress)
            expect(count).toBe(filterItems(items, { section: [value], progress: [progress] }).length);
          expect(byProgress.reduce((sum, { count }) => sum + count, 0)).toBe(total);
        }
      }),
    );
  });

  it('follows the outline, each section with the one above it', () => {
    expect(
      progressBySection([], testDataset).map(({ value, within, total }) => [value, within, total]),
    ).toEqual([
      ['review', undefined, 0],
      ['works', 'review', 0],
      ['plan', undefined, 0],
    ]);
  });

  it('counts an item once in a section, however often that mentions it', () => {
    const item = testItem('a', {
      mentions: [
        testMention('p1', '大桥合龙'),
        testMention('p1', '道路贯通'),
        testMention('p2', '继续推进大桥建设'),
      ],
    });
    expect(Object.fromEntries(sectionCounts([item], testDataset))).toEqual({ review: 1, works: 1, plan: 1 });
  });
});
