import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '../model/dataset.ts';
import { filterItems } from '../model/facets.ts';
import { testBasisNotes, testDataset, testFigure, testMention } from '../testing/atlas.ts';
import { type FilteredItems, workbookSheets } from './workbook.ts';
import { buildXlsx } from './xlsx.ts';

const hostile = '=HYPERLINK("x")&<b>\u0007';
const [plant, ...others] = testDataset.items;
if (!plant) throw new Error('The test dataset has no items.');
const dataset: Dataset = {
  ...testDataset,
  items: [
    {
      ...plant,
      name: hostile,
      mentions: [testMention('p1', '新厂投产', { figures: [testFigure({ value: 50 })] })],
    },
    ...others,
  ],
};
const filters = { district: ['west'] };
const filtered: FilteredItems = {
  items: filterItems(dataset.items, filters),
  filters,
  dataset,
  basisNotes: testBasisNotes,
  language: 'zh',
};

/** The values of a sheet, row by row, its heading first. */
function valuesOf(name: string): unknown[][] {
  const sheet = workbookSheets(filtered).find(({ sheet }) => sheet === name);
  return (sheet?.data ?? []).map((row) =>
    row.map((cell) => (cell && typeof cell === 'object' && 'value' in cell ? cell.value : cell)),
  );
}

describe('the workbook of what is filtered', () => {
  it('has a row for each item of the filter, with quotes, figures and precision', () => {
    const [heading, ...rows] = valuesOf('事项');
    expect(rows.map(([id]) => id)).toEqual(filtered.items.map(({ id }) => id));
    const cell = (column: string) => rows[0]?.[heading?.indexOf(column) ?? -1];
    expect(cell('报告原文')).toBe('新厂投产');
    expect(cell('数据')).toBe('2021 总投资 50亿元');
    expect(cell('定位精度')).toBe('地块');
    expect(cell('辖区')).toBe('西区');
    expect(cell('经度')).toBe(10.7);
    expect(cell('定位依据')).toBe('报告写明');
  });

  it('has a row for each mention, and for each figure a number', () => {
    const mentions = filtered.items.flatMap((item) => item.mentions);
    expect(valuesOf('出处')).toHaveLength(1 + mentions.length);
    const [heading, row] = valuesOf('数据');
    expect(row?.[heading?.indexOf('数值') ?? -1]).toBe(50);
    expect(row?.[heading?.indexOf('段落') ?? -1]).toBe('p1');
  });

  it('says by which filter it was made and as of when', () => {
    const notes = Object.fromEntries(valuesOf('说明'));
    expect(notes).toMatchObject({
      筛选条件: '西区',
      时点: '据 2022年1月8日 报告',
      本表事项数: filtered.items.length,
      全部事项数: dataset.items.length,
    });
  });

  it('comes out as a file whose texts are texts', async () => {
    const file = unzipSync(new Uint8Array(await (await buildXlsx(filtered)).arrayBuffer()));
    const texts = Object.entries(file).map(([path, content]) => [path, strFromU8(content)] as const);
    const all = texts.map(([, content]) => content).join('\n');
    expect(texts.filter(([path]) => /worksheets\/sheet\d+\.xml$/u.test(path))).toHaveLength(4);
    expect(all).toContain('=HYPERLINK("x")&amp;&lt;b&gt;');
    expect(all).not.toMatch(/<f[ >]/u);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: just these break the file
    expect(all).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/u);
  });
});
