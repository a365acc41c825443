/**
 * The data folder itself: what the compiled dataset must hold, whatever is entered next. What is counted by hand is
 * counted in the first report, and stays true when the next one is added.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Position } from 'geojson';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Dataset, Deck, Item, Mention, Report, Scene } from '../../src/model/dataset.ts';
import { asideOf } from '../../src/model/decks/stage.ts';
import { areasOf, filterItems } from '../../src/model/facets.ts';
import { statedInvestment } from '../../src/model/investment.ts';
import { mentionQuote } from '../../src/model/quotes.ts';
import { summarise } from '../../src/model/statistics/index.ts';
import { iconOf } from '../../src/model/symbols.ts';
import { kinds, locatedPrecisions, progresses, sectors } from '../../src/model/vocabulary.ts';
import { type Compiled, compile } from './compile.ts';
import { checkFigure } from './figures.ts';
import { iconPaths } from './icons.ts';
import { formatProblems } from './problem.ts';
import { figuresNotIn } from './scene-figures.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const reportFolder = new URL('../reports/zhenjiang-2020/', import.meta.url);
const blankless = (text: string) => text.replaceAll(/\s/gu, '');
const textOf = (id: string) =>
  blankless(readFileSync(new URL(`../reports/${id}/report.txt`, import.meta.url), 'utf8'));
/** Inventory rows by their first cells, which hold no commas: id, name, kind, sector, subsector, tags, section. */
const inventory = readFileSync(new URL('inventory.csv', reportFolder), 'utf8')
  .trim()
  .split(/\r?\n/u)
  .slice(1)
  .map((line) => {
    const [id = '', name = '', kind = ''] = line.split(',');
    return { id, name, kind, line };
  });

let compiled: Compiled;
let dataset: Dataset;
let report: Report;
let deck: Deck;

beforeAll(() => {
  compiled = compile(root);
  if (!compiled.ok) throw new Error(formatProblems(compiled.problems));
  dataset = compiled.dataset;
  const found = dataset.reports.find(({ id }) => id === 'zhenjiang-2020');
  if (!found) throw new Error('There is no report zhenjiang-2020.');
  report = found;
  const shipped = dataset.decks.find(({ id }) => id === 'overview');
  if (!shipped) throw new Error('There is no deck overview.');
  deck = shipped;
});

const itemById = (id: string): Item => {
  const found = dataset.items.find((item) => item.id === id);
  if (!found) throw new Error(`There is no item ${id}.`);
  return found;
};
const inReport = ({ report: id }: Mention) => id === report.id;
/** The items that the report names. */
const itemsOfReport = () => dataset.items.filter(({ mentions }) => mentions.some(inReport));
const quoteOf = (mention: Mention) => mentionQuote(mention, dataset.reports);
const mentionsIn = (isThere: (paragraph: Report['paragraphs'][number]) => boolean) => {
  const ids = new Set(report.paragraphs.filter(isThere).map((paragraph) => paragraph.id));
  return dataset.items.flatMap((item) =>
    item.mentions
      .filter((mention) => inReport(mention) && ids.has(mention.paragraph))
      .map((mention) => ({ item, mention })),
  );
};
const positionsOf = (coordinates: unknown): Position[] =>
  Array.isArray(coordinates) && typeof coordinates[0] === 'number'
    ? [coordinates as Position]
    : Array.isArray(coordinates)
      ? coordinates.flatMap(positionsOf)
      : [];

describe('the city', () => {
  it('has six districts, three of them urban, with names in both languages', () => {
    const { districts, urban } = dataset.city;
    expect(districts.map(({ name }) => name)).toEqual([
      '京口区',
      '润州区',
      '丹徒区',
      '丹阳市',
      '扬中市',
      '句容市',
    ]);
    expect(urban).toEqual(['jingkou', 'runzhou', 'dantu']);
    for (const { nameEn } of districts) expect(nameEn).toMatch(/^[A-Z]/u);
  });

  it('has both zones inside a district, each with bounds inside the window', () => {
    const [west, south, east, north] = dataset.city.window;
    expect(dataset.city.zones.map(({ id, within }) => [id, within])).toEqual([
      ['new-area', 'jingkou'],
      ['high-tech', 'runzhou'],
    ]);
    for (const { bounds } of [...dataset.city.zones, ...dataset.city.districts]) {
      expect(bounds[0] >= west && bounds[1] >= south && bounds[2] <= east && bounds[3] <= north).toBe(true);
    }
  });
});

describe('the words of the report', () => {
  it('are kept whole: the paragraphs together are the text as received', () => {
    for (const { id, paragraphs } of dataset.reports)
      expect(paragraphs.map(({ text }) => text).join('')).toBe(textOf(id));
  });

  it('are quoted verbatim in every mention', () => {
    const texts = new Map(dataset.reports.map(({ id }) => [id, textOf(id)]));
    for (const item of dataset.items) {
      for (const mention of item.mentions) {
        const quote = quoteOf(mention);
        expect(quote.length).toBeGreaterThan(2);
        expect(texts.get(mention.report)).toContain(blankless(quote));
      }
    }
  });

  it('hold every figure that an item shows', () => {
    for (const item of dataset.items) {
      for (const mention of item.mentions) {
        for (const figure of mention.figures) {
          const source = { ...figure, text: figure.text ?? undefined, measure: figure.measure ?? undefined };
          expect([item.id, checkFigure(source, quoteOf(mention))]).toEqual([item.id, null]);
        }
      }
    }
  });

  it('are cut into every section of the outline, in its order', () => {
    const order = report.paragraphs.map(({ section }) => section).filter((id, at, all) => id !== all[at - 1]);
    expect(order.filter((id) => id !== null)).toEqual(report.sections.map(({ id }) => id));
  });

  it('number the ten promises from one to ten', () => {
    const ordinals = report.paragraphs
      .filter(({ section }) => section === 'plan-promises')
      .flatMap(({ ordinal }) => ordinal ?? []);
    expect(ordinals).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('are a look back on the year before and a plan for the year of the report', () => {
    const mentions = dataset.items.flatMap((item) => item.mentions);
    for (const { id, date } of dataset.reports) {
      const own = mentions.filter((mention) => mention.report === id);
      const said = new Set(own.map(({ year, tense }) => `${year} ${tense}`));
      const year = Number(date.slice(0, 4));
      expect([id, [...said].sort()]).toEqual([id, [`${year - 1} review`, `${year} plan`]]);
    }
  });
});

describe('the items', () => {
  it('all have a mention, and the progress of their latest one', () => {
    for (const item of dataset.items) {
      const latest = Math.max(...item.mentions.map(({ year }) => year));
      const said = item.mentions.filter(({ year }) => year === latest).map(({ progress }) => progress);
      expect(said).toContain(item.progress);
    }
  });

  it('have unique ids, each with names in both languages', () => {
    expect(new Set(dataset.items.map(({ id }) => id)).size).toBe(dataset.items.length);
    for (const { id, name, nameEn } of dataset.items) {
      expect([id, name]).toEqual([id, expect.stringMatching(/\p{Script=Han}/u)]);
      expect([id, nameEn]).toEqual([id, expect.not.stringMatching(/\p{Script=Han}/u)]);
    }
  });

  it('are all found by the district facet', () => {
    expect(dataset.items.filter((item) => areasOf(item).length === 0).map(({ id }) => id)).toEqual([]);
  });

  it('have an icon each', () => {
    const icons = iconPaths();
    for (const { id, sector, subsector } of dataset.items)
      expect([id, icons[iconOf(sector, subsector)]]).toEqual([id, expect.stringMatching(/^M/iu)]);
    for (const sector of Object.values(sectors))
      for (const { icon } of Object.values(sector.subsectors)) expect(icons).toHaveProperty(icon);
  });
});

describe('the places', () => {
  it('lie inside the window of the map with every position', () => {
    const [west, south, east, north] = dataset.city.window;
    const located = dataset.items.filter(({ place }) => place.geometry !== null);
    expect(located.length).toBeGreaterThan(0);
    for (const { id, place } of located) {
      const { geometry } = place;
      for (const [lng = 0, lat = 0] of geometry && 'coordinates' in geometry
        ? positionsOf(geometry.coordinates)
        : [])
        expect([id, lng >= west && lng <= east && lat >= south && lat <= north]).toEqual([id, true]);
    }
  });

  it('have geometry, mark, bounds and radius exactly where the precision says so', () => {
    for (const { id, place } of dataset.items) {
      const located = locatedPrecisions.includes(place.precision);
      const has = [place.geometry, place.label, place.bounds, place.radiusMeters].map(
        (value) => value !== null,
      );
      expect([id, ...has]).toEqual([id, located, located, located, located]);
    }
  });

  it('say in both languages how they are known', () => {
    if (!compiled.ok) throw new Error('The data does not compile.');
    const { basisNotes } = compiled;
    for (const { id } of dataset.items) {
      expect([id, basisNotes[id]?.note]).toEqual([id, expect.stringMatching(/\p{Script=Han}/u)]);
      expect([id, basisNotes[id]?.noteEn]).toEqual([id, expect.stringMatching(/[a-z]{3}/u)]);
    }
  });

  it('name a district wherever they have a geometry', () => {
    for (const { id, place, districts } of dataset.items.filter((item) => item.place.geometry !== null))
      expect([id, place.precision, districts.length > 0]).toEqual([id, place.precision, true]);
  });
});

describe('the money', () => {
  it('is exactly the six project totals that the report states', () => {
    const figures = dataset.items.flatMap((item) =>
      item.mentions.filter(inReport).flatMap((mention) => mention.figures),
    );
    const stated = figures.filter(({ measure }) => measure === 'investment-total');
    expect(stated.map(({ value }) => value).sort((a, b) => b - a)).toEqual([160, 95, 60, 50, 50, 30]);
  });

  it('adds up to what is stated, all of it of projects', () => {
    const stating = dataset.items.filter((one) => statedInvestment(one) !== null);
    const total = stating.reduce((sum, item) => sum + (statedInvestment(item) ?? 0), 0);
    expect(total).toBeGreaterThanOrEqual(445);
    expect(summarise(dataset.items)).toMatchObject({ investment: total, statingInvestment: stating.length });
    for (const item of stating) {
      expect(item.mentions.flatMap(({ figures }) => figures).find(({ measure }) => measure)?.unit).toBe(
        '亿元',
      );
    }
  });
});

describe('the paragraphs that are entered completely', () => {
  const leads = ['提升项目质量', '加强园区集聚', '重点工程如期推进', '融入区域一体发展', '加强基础设施建设'];

  it.each(leads)('hold items: %s', (lead) => {
    expect(mentionsIn((paragraph) => paragraph.lead === lead).length).toBeGreaterThan(4);
  });

  it('hold at least one item in each of the ten promises', () => {
    for (let ordinal = 1; ordinal <= 10; ordinal += 1) {
      const promised = mentionsIn(
        (paragraph) => paragraph.section === 'plan-promises' && paragraph.ordinal === ordinal,
      );
      expect([ordinal, promised.length > 0]).toEqual([ordinal, true]);
      for (const { item } of promised)
        expect([item.id, item.tags]).toEqual([item.id, expect.arrayContaining(['ten-promises'])]);
    }
  });

  it('hold every item that the inventory lists for them', () => {
    const entered = new Set(dataset.items.map(({ id }) => id));
    const wanted = inventory.filter(
      ({ line, kind }) =>
        /提升项目质量|加强园区集聚|重点工程如期推进|加强基础设施建设|实事\d/u.test(
          line.split(',')[6] ?? '',
        ) ||
        // Of this one, issue by issue: first its infrastructure.
        (line.includes('融入区域一体发展') && kind === 'infrastructure'),
    );
    expect(wanted.length).toBeGreaterThan(50);
    expect(wanted.map(({ id }) => id).filter((id) => !entered.has(id))).toEqual([]);
  });

  it('tell of the expressway at the Wufengshan bridge in both years', () => {
    const { mentions } = itemById('wufengshan-expressway');
    expect(
      mentions.filter(inReport).map((mention) => [mention.year, mention.tense, quoteOf(mention)]),
    ).toEqual([
      [2019, 'review', expect.stringContaining('接线高速主线贯通')],
      [2020, 'plan', expect.stringContaining('镇江五峰山长江大桥接线高速')],
    ]);
  });

  it('never call a study anything else in the plan', () => {
    const sentence = '等前期研究';
    const studied = mentionsIn(({ text }) => text.includes(sentence)).filter(({ mention }) => {
      const { text = '' } = report.paragraphs.find(({ id }) => id === mention.paragraph) ?? {};
      const from = text.lastIndexOf('做好', text.indexOf(sentence));
      return mention.start >= from && mention.end <= text.indexOf(sentence) + sentence.length;
    });
    expect(studied.length).toBeGreaterThanOrEqual(5);
    for (const { item, mention } of studied) expect([item.id, mention.progress]).toEqual([item.id, 'study']);
  });
});

describe('the vocabularies', () => {
  it('are used whole: every sector, kind and progress stands for something in the data', () => {
    const unused = (terms: object, used: readonly string[]) =>
      Object.keys(terms).filter((term) => !used.includes(term));
    const { items } = dataset;
    expect(
      unused(
        sectors,
        items.map(({ sector }) => sector),
      ),
    ).toEqual([]);
    expect(
      unused(
        kinds,
        items.map(({ kind }) => kind),
      ),
    ).toEqual([]);
    const said = items.flatMap(({ mentions }) => mentions.map(({ progress }) => progress));
    expect(unused(progresses, said)).toEqual([]);
  });
});

describe('the inventory', () => {
  it('has a row for each item under an id of its own', () => {
    const ids = inventory.map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/u);
  });

  it('lists nothing that is not entered', () => {
    const entered = new Set(dataset.items.map(({ id }) => id));
    expect(inventory.map(({ id }) => id).filter((id) => !entered.has(id))).toEqual([]);
  });

  it('lists every item that the report names', () => {
    const ids = new Set(inventory.map(({ id }) => id));
    const named = itemsOfReport().map(({ id }) => id);
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe('the presentation', () => {
  const hanIn = (text: string) => text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const scenes = () => deck.scenes;
  const itemsOf = (scene: Scene) => filterItems(dataset.items, asideOf(scene, dataset).filters);

  it('has twelve to sixteen scenes, each with text and notes in both languages', () => {
    expect(scenes().length >= 12 && scenes().length <= 16).toBe(true);
    for (const { id, title, text, notes, titleEn, textEn, notesEn } of scenes()) {
      for (const words of [title, text, notes]) expect([id, hanIn(words) > 0]).toEqual([id, true]);
      for (const words of [titleEn, textEn, notesEn])
        expect([id, words]).toEqual([id, expect.stringMatching(/^\P{Script=Han}+$/u)]);
    }
  });

  it('can be read from afar and spoken in a minute', () => {
    for (const { id, text, notes } of scenes()) {
      expect([id, hanIn(text) <= 70]).toEqual([id, true]);
      expect([id, hanIn(notes) >= 60 && hanIn(notes) <= 160]).toEqual([id, true]);
    }
  });

  it('has the report’s own words in every scene, a clause or two of them', () => {
    for (const { id, quote } of scenes()) {
      const paragraph = report.paragraphs.find((one) => one.id === quote?.paragraph)?.text ?? '';
      const words = hanIn(paragraph.slice(quote?.start, quote?.end));
      expect([id, words >= 15 && words <= 60]).toEqual([id, true]);
    }
  });

  it('says no figure in the notes that the report does not have', () => {
    const text = report.paragraphs.map((paragraph) => paragraph.text).join('\n');
    for (const { id, notes } of scenes()) expect([id, figuresNotIn(notes, text)]).toEqual([id, []]);
  });

  it('has places to show in every scene, most of them in the picture', () => {
    for (const scene of scenes()) {
      const located = itemsOf(scene).filter(({ place }) => place.geometry !== null);
      expect([scene.id, located.length >= 6]).toEqual([scene.id, true]);
      const [west, south, east, north] = scene.view.bounds ?? dataset.city.window;
      const inside = located.filter(({ place }) => {
        const [lng = 0, lat = 0] = place.label ?? [];
        return lng > west && lng < east && lat > south && lat < north;
      });
      expect([scene.id, inside.length >= located.length - 1]).toEqual([scene.id, true]);
    }
  });

  it('shows all six projects with a stated total where it speaks of them, and all that belongs to the ten promises', () => {
    const idsOf = (id: string) =>
      scenes()
        .filter((scene) => scene.id === id)
        .flatMap(itemsOf)
        .map((item) => item.id);
    const stating = itemsOfReport().filter(({ mentions }) =>
      mentions.some((one) => inReport(one) && one.figures.some(({ measure }) => measure !== null)),
    );
    expect(idsOf('industry')).toEqual(expect.arrayContaining(stating.map(({ id }) => id)));
    const promised = itemsOfReport().filter(({ tags }) => tags.includes('ten-promises'));
    expect(idsOf('promises')).toEqual(expect.arrayContaining(promised.map(({ id }) => id)));
  });
});

describe('the base layers', () => {
  it('are published without what only the map needs', () => {
    if (!compiled.ok) throw new Error('The data does not compile.');
    expect(Object.keys(compiled.published)).not.toContain('veil');
    expect(compiled.base.veil.features).toHaveLength(1);
  });

  it('have every district once, by its id', () => {
    if (!compiled.ok) throw new Error('The data does not compile.');
    const ids = compiled.base.boundaries.features.map((feature) => feature.properties?.id);
    expect(ids.sort()).toEqual(dataset.city.districts.map(({ id }) => id).sort());
  });
});
