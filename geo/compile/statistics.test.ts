/**
 * The statistics of the data folder itself: counted by brute force, or by hand in the first report, which stays true when
 * the next one is added.
 */
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/model/dataset.ts';
import { countFacets } from '../../src/model/facet-counts.ts';
import { facetOptions } from '../../src/model/facet-options.ts';
import { filterItems, optionFacetIds, valuesOf } from '../../src/model/facets.ts';
import { sectionPath } from '../../src/model/quotes.ts';
import {
  headlineIndicators,
  progressBySection,
  promiseBoard,
  rankedProjects,
  sectorDistrictMatrix,
  summarise,
} from '../../src/model/statistics/index.ts';
import { compile } from './compile.ts';
import { formatProblems } from './problem.ts';

let dataset: Dataset;
const counted = 'zhenjiang-2020';

beforeAll(() => {
  const compiled = compile(fileURLToPath(new URL('..', import.meta.url)));
  if (!compiled.ok) throw new Error(formatProblems(compiled.problems));
  dataset = compiled.dataset;
  // Compiling everything takes seconds, on a busy machine many.
}, 120_000);

describe('the facets', () => {
  it('offer every value under which an item is found, and each is named once', () => {
    for (const facet of optionFacetIds) {
      const offered = facetOptions(facet, dataset).map(({ value }) => value);
      expect([facet, new Set(offered).size]).toEqual([facet, offered.length]);
      for (const item of dataset.items)
        expect(offered).toEqual(expect.arrayContaining([...valuesOf(item, facet)]));
    }
  });

  it('find every item by its section, which is that of its paragraph', () => {
    for (const item of dataset.items) {
      for (const { report: id, paragraph, sections } of item.mentions) {
        const report = dataset.reports.find((candidate) => candidate.id === id);
        const section = report?.paragraphs.find((candidate) => candidate.id === paragraph)?.section ?? null;
        const path = report ? sectionPath(report, section).map((one) => one.id) : [];
        expect([item.id, sections]).toEqual([item.id, path]);
        expect(sections.length).toBeGreaterThan(0);
      }
    }
  });

  it('count the money as the summary does', () => {
    const { investment } = countFacets(dataset.items, {});
    const summary = summarise(dataset.items);
    expect(investment.get('stated')).toBe(summary.statingInvestment);
    expect(investment.get('undisclosed')).toBe(summary.notStatingInvestment);
  });
});

describe('the statistics', () => {
  it('hold in every cell what its choice would list', () => {
    const { rows, columns, total } = sectorDistrictMatrix(dataset.items, dataset);
    expect(total).toBe(dataset.items.length);
    for (const { sector, cells } of rows) {
      for (const [index, { value }] of columns.entries()) {
        const listed = filterItems(dataset.items, { sector: [sector], district: [value] });
        expect([sector, value, cells[index]]).toEqual([sector, value, listed.length]);
      }
    }
    for (const { value, byProgress } of progressBySection(dataset.items, dataset)) {
      for (const { progress, count } of byProgress) {
        const listed = filterItems(dataset.items, { section: [value], progress: [progress] });
        expect([value, progress, count]).toEqual([value, progress, listed.length]);
      }
    }
  });

  it('rank the six projects with a stated total', () => {
    const inReport = dataset.items.flatMap((item) => {
      const mentions = item.mentions.filter(({ report }) => report === counted);
      return mentions.length > 0 ? [{ ...item, mentions }] : [];
    });
    expect(rankedProjects(inReport).map(({ rank, figure }) => [rank, figure.value])).toEqual([
      [1, 160],
      [2, 95],
      [3, 60],
      [4, 50],
      [4, 50],
      [6, 30],
    ]);
    for (const { item } of rankedProjects(dataset.items))
      expect([item.id, item.kind]).toEqual([item.id, 'project']);
  });

  it('give the headline indicators as the report does', () => {
    const said = headlineIndicators(dataset.items, dataset).flatMap(({ item, statements }) =>
      statements
        .filter(({ mention }) => mention.report === counted)
        .map(({ year, values }) => [
          item.id,
          year,
          ...values.map(({ value, growth }) =>
            [value, growth].map((figure) => figure && (figure.text ?? `${figure.value}${figure.unit}`)),
          ),
        ]),
    );
    expect(said).toEqual([
      ['gdp', 2019, ['4200亿元', '6.1%']],
      ['gdp', 2020, [null, '6%左右']],
      ['general-public-budget-revenue', 2019, ['306.9亿元', '1.8%']],
      ['general-public-budget-revenue', 2020, [null, '1%左右']],
      ['retail-sales', 2019, ['1430亿元', '5.5%']],
      ['retail-sales', 2020, [null, '6.5%左右']],
      ['disposable-income', 2019, ['5.27万元', '7.8%'], ['2.67万元', '8.3%']],
      ['disposable-income', 2020],
      ['registered-unemployment-rate', 2019, ['1.75%', null]],
      ['energy-saving-emission-targets', 2019],
      ['new-urban-jobs', 2019, ['7.8万人', null]],
      ['new-urban-jobs', 2020, ['7万人以上', null]],
      ['fixed-asset-investment', 2020, [null, '6%左右']],
      ['rd-spending-share', 2020, ['2.55%', null]],
      ['safety-environment-targets', 2020],
    ]);
  });

  it('hold the ten promises with every item that has their tag', () => {
    const board = promiseBoard(dataset.items, dataset);
    const ordinals = board.filter(({ report }) => report === counted).map(({ ordinal }) => ordinal);
    expect(ordinals).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const promised = new Set(board.flatMap((entry) => entry.promised.map(({ item }) => item.id)));
    const tagged = filterItems(dataset.items, { tags: ['ten-promises'] }).map(({ id }) => id);
    expect([...promised].sort()).toEqual(tagged.sort());
  });
});
