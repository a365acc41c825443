/** Sections and growth: what mentions and figures carry beside their words. */
import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/model/dataset.ts';
import { facetOptions } from '../../src/model/facet-options.ts';
import { filterItems } from '../../src/model/facets.ts';
import { checkFigure } from './figures.ts';
import { compileFiles, type Files, goodFiles, lineOf } from './test-folder.ts';

const folder = 'reports/testville-2022';
const next = 'reports/testville-2023';

function datasetOf(files: Files): Dataset {
  const compiled = compileFiles(files);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.dataset;
}
const sectionsOf = (dataset: Dataset, id: string) =>
  dataset.items.find((item) => item.id === id)?.mentions.map(({ sections }) => sections);

describe('a mention', () => {
  it('carries its section and all sections above it, from the outermost', () => {
    const dataset = datasetOf(goodFiles);
    expect(sectionsOf(dataset, 'north-bridge')).toEqual([['review'], ['plan', 'plan-works']]);
    expect(sectionsOf(dataset, 'better-service')).toEqual([['plan', 'plan-works', 'plan-life']]);
  });
});

describe('the sections of several reports', () => {
  const withNext: Files = {
    ...goodFiles,
    [`${next}/report.txt`]:
      '一、2022年工作回顾\n北渡大桥提前通车。\n二、2023年工作安排\n1.交通。建好道路。\n',
    [`${next}/report.yaml`]: `title: 2023年试城市政府工作报告
titleEn: Report 2023
issuer: 试城市人民政府
issuerEn: Government of Testville
date: "2023-01-09"
source: 按收到时原样保存
outline:
  - { id: review, heading: 一、2022年工作回顾, titleEn: Review, level: 1, year: 2022, tense: review }
  - { id: next-plan, heading: 二、2023年工作安排, titleEn: Plan, level: 1, year: 2023, tense: plan }
  - { id: plan-works, heading: 1.交通。, title: 交通, titleEn: Transport, level: 2, runIn: true }
`,
    [`${next}/mentions/all.yaml`]: `- { item: north-bridge, quote: 北渡大桥提前通车, progress: completed }
- { item: quay, quote: 建好道路, progress: planned }
`,
    [`${next}/deck.yaml`]: (goodFiles[`${folder}/deck.yaml`] ?? '').replace('id: tour', 'id: tour-2023'),
  };
  const dataset = datasetOf(withNext);
  const values = facetOptions('section', dataset);

  it('keep the ids of the older report, name the report only where the later uses one again, the latest first', () => {
    expect(values).toEqual([
      { value: 'testville-2023/review' },
      { value: 'next-plan' },
      { value: 'testville-2023/plan-works', within: 'next-plan' },
      ...facetOptions('section', datasetOf(goodFiles)),
    ]);
    expect(new Set(values.map(({ value }) => value)).size).toBe(values.length);
  });

  it('are told apart by mentions, paragraphs and filters', () => {
    expect(sectionsOf(dataset, 'north-bridge')?.at(-1)).toEqual(['testville-2023/review']);
    expect(sectionsOf(dataset, 'quay')?.at(-1)).toEqual(['next-plan', 'testville-2023/plan-works']);
    expect(dataset.reports[0]?.paragraphs.map(({ section }) => section)).toEqual([
      'testville-2023/review',
      'testville-2023/review',
      'next-plan',
      'testville-2023/plan-works',
    ]);
    const found = filterItems(dataset.items, { section: ['testville-2023/review'] });
    expect(found.map(({ id }) => id)).toEqual(['north-bridge']);
  });

  it('may not share an id within one report', () => {
    const report = `${folder}/report.yaml`;
    const files = {
      ...goodFiles,
      [report]: (goodFiles[report] ?? '').replace('id: promises,', 'id: plan-life,'),
    };
    const compiled = compileFiles(files);
    expect(compiled.ok ? [] : compiled.problems).toContainEqual({
      file: report,
      line: lineOf(files, report, '  - { id: plan-life, heading: 今年'),
      item: 'plan-life',
      message: 'two sections of the outline have the id plan-life',
      remedy: 'give one of them another id',
    });
  });
});

describe('a growth', () => {
  const figure = {
    label: '增长',
    labelEn: 'Growth',
    value: 6.1,
    unit: '%',
    unitEn: '%',
    growth: true as const,
  };
  const mentions = `${folder}/mentions/review.yaml`;

  it('is in per cent', () => {
    expect(checkFigure(figure, '增长6.1%')).toBeNull();
    expect(checkFigure({ ...figure, unit: '个百分点' }, '增长6.1个百分点')?.message).toMatch(/not in %/u);
  });

  it('is marked in the dataset, and nothing else is', () => {
    const files = {
      ...goodFiles,
      [`${folder}/report.txt`]: (goodFiles[`${folder}/report.txt`] ?? '').replace(
        '新建 12 所学校',
        '新建 12 所学校，增长6.1%',
      ),
      [mentions]: (goodFiles[mentions] ?? '')
        .replace('新建12所学校', '新建12所学校，增长6.1%')
        .replace('unit: 所 }', `unit: 所 }\n    - ${JSON.stringify(figure)}`),
    };
    const schools = datasetOf(files).items.find(({ id }) => id === 'schools');
    expect(schools?.mentions[0]?.figures.map(({ label, growth }) => [label, growth])).toEqual([
      ['学校', undefined],
      ['增长', true],
    ]);
  });
});
