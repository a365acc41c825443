// @vitest-environment happy-dom
/** Hostile strings in data, addresses and deck files: whatever writes or shows them, they stay text. */
import { runInNewContext } from 'node:vm';
import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { pageInOneFile } from '../deploy/single-file.ts';
import { firstPicture, type PageWords } from '../geo/compile/first-picture-page.ts';
import { itemsPage } from '../geo/compile/items-page.ts';
import { dictionary } from './i18n/index.ts';
import { areaName } from './i18n/naming.ts';
import type { Dataset, Item } from './model/dataset.ts';
import { readDeckFile, writeDeckFile } from './model/decks/deck-file.ts';
import { facetIds } from './model/facets.ts';
import { featuresByLine, itemsToCsv, itemsToGeoJson, reportsToJson } from './model/open-data.ts';
import { withDecks } from './model/single-file.ts';
import { defaultView } from './model/view.ts';
import { parametersToView } from './model/view-url.ts';
import { AtlasProvider, createAtlasStore } from './state/index.ts';
import {
  testBasisNotes,
  testDataset,
  testFigure,
  testItem,
  testMention,
  testReport,
} from './testing/atlas.ts';
import { emptyBase } from './testing/base-layers.ts';
import { hostileTexts } from './testing/hostile.ts';
import { ItemDetail } from './views/detail/ItemDetail.tsx';
import { Caption } from './views/present/Caption.tsx';
import { Statistics } from './views/statistics/Statistics.tsx';

// The build alone has the notes.
vi.mock('./views/detail/basis-note.ts', () => ({ useBasisNote: () => null }));

/** The test's atlas with a text in every place where data may bring one. */
function filledWith(text: string): { dataset: Dataset; item: Item } {
  const figure = testFigure({ label: text, labelEn: text, unit: text, unitEn: text, text, measure: null });
  const [paragraph, ...others] = testReport.paragraphs;
  if (!paragraph) throw new Error('The test report holds no paragraph.');
  const item = testItem('hostile', {
    name: text,
    nameEn: text,
    aliases: [text],
    mentions: [testMention('p1', '重点工程', { start: 0, end: text.length, figures: [figure] })],
  });
  const [scene] = testDataset.decks[0]?.scenes ?? [];
  if (!scene) throw new Error('The test deck holds no scene.');
  const said = { title: text, titleEn: text, text, textEn: text, notes: text, notesEn: text };
  return {
    item,
    dataset: {
      ...testDataset,
      items: [item, ...testDataset.items.slice(1).map((each) => ({ ...each, mentions: [] }))],
      reports: [
        {
          ...testReport,
          title: text,
          titleEn: text,
          issuer: text,
          paragraphs: [{ ...paragraph, text, lead: text }, ...others],
        },
      ],
      decks: [{ id: 'hostile', title: text, titleEn: text, scenes: [{ ...scene, ...said }] }],
    },
  };
}
const short = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
const cases = hostileTexts.map((text): [string, string] => [short(text), text]);

/** What a document is made of: each tag, and each attribute's name; no texts, and not the lines of a long name. */
function madeOf(root: ParentNode): string[] {
  const parts = [...root.querySelectorAll(':not(tspan)')].flatMap((element) => [
    element.tagName.toLowerCase(),
    ...element.getAttributeNames().map((name) => `${element.tagName.toLowerCase()}[${name}]`),
  ]);
  return [...new Set(parts)].sort();
}

describe.each(cases)('“%s”', (_name, text) => {
  const { dataset, item } = filledWith(text);
  const plain = filledWith('平常').dataset;

  it('stays text on the pages that are made at build time', () => {
    const words: PageWords = {
      lang: 'zh-CN',
      texts: dictionary('zh'),
      areaName: (id, data) => areaName(id, data, 'zh'),
      reviewNumber: () => text,
    };
    const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
    for (const page of [
      (data: Dataset) => itemsPage(data, words, ''),
      (data: Dataset) => firstPicture(emptyBase, data, words),
    ]) {
      expect(madeOf(parse(page(dataset)))).toEqual(madeOf(parse(page(plain))));
    }
  });

  it('stays what it is in the open data', () => {
    const json = JSON.parse(featuresByLine(itemsToGeoJson([item], dataset, testBasisNotes))) as {
      features: { properties: { name: string; quotes: string[] } }[];
    };
    expect(json.features[0]?.properties.name).toBe(text);
    expect(json.features[0]?.properties.quotes).toEqual([text]);
    expect(JSON.parse(reportsToJson(dataset)).reports[0].title).toBe(text);
  });

  it('is no formula in the table, and breaks out of no cell', () => {
    const [, row = ''] = itemsToCsv([item], dataset, testBasisNotes).split('\r\n');
    const cells = [...row.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/gsu)].map(([, cell = '']) =>
      cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
    );
    const inert = /^[=@]/u.test(text) ? `'${text}` : text;
    expect(cells.slice(0, 4)).toEqual(['hostile', inert, inert, inert]);
    expect(cells.filter((cell) => /^[=@]/u.test(cell))).toEqual([]);
  });

  it('in an address is dropped by name, and is nowhere in the view', () => {
    const parameters = new URLSearchParams([
      ...[
        ...facetIds,
        'item',
        'at',
        'lang',
        'theme',
        'panel',
        'paragraph',
        'compare',
        'scene',
        'autoplay',
      ].map((name): [string, string] => [name, text]),
      [text, text],
    ]);
    const { view, dropped } = parametersToView(parameters, testDataset);
    expect(view).toEqual(defaultView);
    expect(new Set(dropped.map(({ name }) => name)).size).toBe(parameters.size);
  });

  it('in a deck file comes back as it was, in JSON and inside a page', () => {
    const written = writeDeckFile(dataset.decks, dataset);
    const read = readDeckFile(written, dataset);
    const deck = read.ok ? read.decks[0] : undefined;
    expect([deck?.title, deck?.scenes[0]?.title, deck?.scenes[0]?.notes]).toEqual([text, text, text]);
    const page = withDecks(
      '<html><head><script type="application/json" id="atlas-decks"></script></head><body></body></html>',
      written,
    );
    expect(page.split('</script>')).toHaveLength(2);
    expect(page).not.toMatch(/<!--|\u2028|\u2029/u);
  });

  it('in the data that the scripts hold ends no script of the single file', () => {
    const single = pageInOneFile(
      '<html><head></head><body><script type="module" src="./a.js"></script></body></html>',
      {
        textOf: () => `export default JSON.parse(${JSON.stringify(JSON.stringify({ text }))});`,
        dataUrlOf: () => undefined,
      },
    );
    expect(single.match(/<\/script/giu)).toHaveLength(1);
    expect(single).not.toContain('<!--');
    const [, code = ''] = /<script type="module">(.*)<\/script>/su.exec(single) ?? [];
    expect(runInNewContext(code.replace('export default', ''), { JSON }).text).toBe(text);
  });
});

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

describe.each(cases)('“%s” on the screen', (_name, text) => {
  afterEach(() => document.body.replaceChildren());

  function shown(data: Dataset, node: ReactNode): HTMLElement {
    const holder = document.body.appendChild(document.createElement('div'));
    const root = createRoot(holder);
    act(() => root.render(<AtlasProvider store={createAtlasStore(data)}>{node}</AtlasProvider>));
    return holder;
  }
  const screens: [string, (filled: ReturnType<typeof filledWith>) => ReactNode][] = [
    ['statistics', ({ dataset }) => <Statistics items={dataset.items} />],
    ['a detail', ({ item }) => <ItemDetail item={item} ordered={[item]} />],
    [
      'a caption',
      ({ dataset }) => {
        const [deck] = dataset.decks;
        const [scene] = deck?.scenes ?? [];
        if (!deck || !scene) throw new Error('There is no scene to show.');
        return <Caption stage={{ deck, scene, index: 0 } as never} onRoom={() => {}} />;
      },
    ],
  ];

  it.each(screens)('stays text in %s', (_screen, make) => {
    const [hostile, plain] = [filledWith(text), filledWith('平常')].map((filled) =>
      shown(filled.dataset, make(filled)),
    );
    expect(madeOf(hostile as HTMLElement)).toEqual(madeOf(plain as HTMLElement));
    expect(hostile?.textContent?.includes(text)).toBe(plain?.textContent?.includes('平常'));
  });
});
