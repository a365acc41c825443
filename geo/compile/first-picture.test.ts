import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/model/dataset.ts';
import { groupItems } from '../../src/model/grouping.ts';
import { parametersToView } from '../../src/model/view-url.ts';
import { testDataset } from '../../src/testing/atlas.ts';
import { emptyBase } from '../../src/testing/base-layers.ts';
import { firstPicture, type PageWords } from './first-picture-page.ts';
import { firstPictureStyle, itemsPageStyle, styleHash } from './first-picture-style.ts';
import { itemsPage } from './items-page.ts';
import { listLinks } from './list-links.ts';

const words: PageWords = {
  lang: 'zh-CN',
  texts: {
    title: '题',
    stamp: (dates) => `据 ${dates.join('、')}`,
    map: '图',
    items: '事项',
    mapNote: '示意图',
    reviewNumber: '审图号：',
    reviewNumberNone: '审图号：（无）',
    groupMark: (count) => `${count} 项`,
    review: (year) => `${year} 年回顾`,
    plan: (year) => `${year} 年计划`,
    still: {
      items: (count) => `全部 ${count} 项`,
      noScript: '无脚本',
      list: '清单',
      toMap: '回到地图',
      toTop: '回到页首',
      openData: '开放数据：',
    },
    aboutText: { geojson: 'GeoJSON', csv: 'CSV', reportJson: 'JSON' },
  },
  areaName: (id) => `区 ${id}`,
  reviewNumber: () => '',
};
const page = (dataset: Dataset = testDataset) => firstPicture(emptyBase, dataset, words);
const list = (dataset: Dataset = testDataset, style = '') => itemsPage(dataset, words, style);
const idsOf = (html: string) => [...html.matchAll(/\sid="([^"]*)"/gu)].map(([, id = '']) => id);

describe('what index.html shows before any script', () => {
  it('has title, stamp, caveat, review number and credits', () => {
    for (const text of ['题', '据 2022-01-08', '示意图', '审图号：（无）', 'OpenStreetMap'])
      expect(page()).toContain(text);
    expect(firstPicture(emptyBase, testDataset, { ...words, reviewNumber: () => 'GS(1)' })).toContain(
      '审图号：GS(1)',
    );
  });

  it('links only to what the list of items holds', () => {
    const anchors = [...page().matchAll(/href="\.\/items\.html#([^"]*)"/gu)].map(([, id = '']) => id);
    expect(anchors.length).toBeGreaterThan(4);
    expect(anchors.filter((id) => !idsOf(list()).includes(id))).toEqual([]);
  });

  it('inside a single file links only to its own entries, by addresses that the app understands', () => {
    const html = firstPicture(emptyBase, testDataset, words, listLinks('inside'));
    const addresses = [...html.matchAll(/<a\b[^>]* href="([^"]*)"/gu)].map(([, to = '']) => to);
    expect(addresses.length).toBeGreaterThan(4);
    expect(addresses.filter((to) => !to.startsWith('#') || !idsOf(html).includes(to.slice(1)))).toEqual([]);
    const views = addresses
      .filter((to) => to !== '#all-items')
      .map((to) => parametersToView(new URLSearchParams(to.slice(1).replaceAll('&amp;', '&')), testDataset));
    expect(views.flatMap(({ dropped }) => dropped)).toEqual([]);
    expect(views.every(({ view }) => view.item || view.filters.district?.length === 1)).toBe(true);
    expect(html.split('<noscript>').length).toBe(4);
  });

  it('counts every item once among its areas', () => {
    const counts = [...page().matchAll(/<span>(\d+)<\/span><\/a>/gu)].map(([, count]) => Number(count));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(testDataset.items.length);
    expect(counts).toHaveLength(groupItems(testDataset.items, 'district', testDataset.city).length);
  });

  it('has no script, no style attribute and no handler, which a security policy would forbid', () => {
    expect(page()).not.toMatch(/<script|\sstyle=|\son[a-z]+=/u);
    expect(list()).not.toMatch(/<script|\sstyle=|\son[a-z]+=/u);
  });
});

describe('the list of all items', () => {
  it('has every item once, with every quote and its date, and no id twice', () => {
    const ids = idsOf(list());
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id } of testDataset.items) expect(ids).toContain(id);
    expect(list()).toContain('<blockquote><p>大桥合龙</p>');
    const mentions = testDataset.items.reduce((sum, item) => sum + item.mentions.length, 0);
    expect(list().match(/<blockquote>/gu)).toHaveLength(mentions);
    for (const { mentions: said } of testDataset.items) {
      for (const { year, tense } of said)
        expect(list()).toContain(`<footer>${year} 年${tense === 'review' ? '回顾' : '计划'} · `);
    }
  });

  it('escapes every text of the data', () => {
    const hostile = `<img src=x onerror="alert('1')">&`;
    const [first, ...others] = testDataset.items;
    if (!first) throw new Error('The test dataset holds no item.');
    const dataset = {
      ...testDataset,
      items: [{ ...first, name: hostile }, ...others],
      reports: testDataset.reports.map((report) => ({ ...report, title: hostile })),
    };
    for (const html of [list(dataset), page(dataset)]) {
      expect(html).not.toContain('<img');
      expect(html).toContain('&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;');
    }
  });

  it('lets its own style sheet through its security policy, and nothing else', () => {
    const html = list(testDataset, 'p{color:red}');
    expect(html).toContain(`style-src ${styleHash('p{color:red}')}"`);
    expect(html).toContain("default-src 'none'");
  });
});

describe('the style sheets inside the pages', () => {
  const style = firstPictureStyle(testDataset.city);

  it('hold the tokens of every theme, the first fit of both layouts and the picture’s ratio', () => {
    for (const rule of [
      ':root[data-theme="dark"]',
      ':root[data-theme="projector"]',
      '--fit-left: 3.6rem',
      '--fit-left: 0.8rem',
    ])
      expect(style).toContain(rule);
    expect(style).toMatch(/--still-ratio: \d+\.\d{6}/u);
  });

  it('end no style element before its end, and ask for nothing', () => {
    for (const css of [style, itemsPageStyle()]) {
      expect(css).not.toMatch(/<|@import|url\(/u);
      expect(css.split('{').length).toBe(css.split('}').length);
    }
  });
});
