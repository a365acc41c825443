import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testDataset, testDeck } from '../../testing/atlas.ts';
import type { Scene } from '../dataset.ts';
import { type DeckFileReading, mostBytes, readDeckFile, writeDeckFile } from './deck-file.ts';
import type { OwnDeck } from './own-deck.ts';

const [plain] = testDeck.scenes;
if (!plain) throw new Error('The test deck has no scene.');
const inOneLanguage = { titleEn: '', textEn: '', notesEn: '' };
const scene = (part: Partial<Scene> = {}): Scene => ({ ...plain, ...inOneLanguage, ...part });
const deck = (part: Partial<OwnDeck> = {}): OwnDeck => ({
  id: 'own-1',
  title: '我的',
  titleEn: '',
  scenes: [scene()],
  ...part,
});

/** A file of one deck with one scene, whose parts can be replaced. */
const file = (parts: { top?: object; deck?: object; scene?: object; view?: object } = {}) =>
  JSON.stringify({
    format: 'report-atlas-decks',
    version: 1,
    decks: [
      {
        id: 'own-1',
        title: '我的',
        scenes: [{ id: 'a', title: '一', view: { ...parts.view }, ...parts.scene }],
        ...parts.deck,
      },
    ],
    ...parts.top,
  });
const read = (text: string, taken: readonly { id: string }[] = []) => readDeckFile(text, testDataset, taken);
const decksOf = (reading: DeckFileReading): OwnDeck[] => {
  if (!reading.ok) throw new Error(`Refused: ${reading.reason} ${reading.detail}`);
  return reading.decks;
};

describe('a file of decks', () => {
  it('uses the words of the address for what a scene shows', () => {
    const view = {
      filters: { district: ['east'], sector: ['transport'] },
      item: 'bridge',
      bounds: [10.6, 40.8, 10.8, 41] as const,
      shaded: true,
    };
    const written = JSON.parse(
      writeDeckFile(
        [deck({ scenes: [scene({ view: { ...view, bounds: [...view.bounds] } })] })],
        testDataset,
      ),
    );
    expect(written.decks[0].scenes[0].view).toEqual({
      district: ['east'],
      sector: ['transport'],
      item: 'bridge',
      bounds: [10.6, 40.8, 10.8, 41],
      shaded: true,
    });
  });

  it('holds the words of a quote, which are found in the report again', () => {
    const quoted = deck({
      scenes: [scene({ quote: { report: 'report-1', paragraph: 'p1', start: 5, end: 9 } })],
    });
    const text = writeDeckFile([quoted], testDataset);
    expect(text).toContain('大桥合龙');
    expect(decksOf(read(text))).toEqual([quoted]);
    // Another paragraph, as after a new edition of the text; and words that were never said.
    const moved = text.replace('"p1"', '"p77"');
    expect(decksOf(read(moved))[0]?.scenes[0]?.quote).toEqual(quoted.scenes[0]?.quote);
    const invented = read(text.replace('大桥合龙', '大桥通车'));
    expect(decksOf(invented)[0]?.scenes[0]?.quote).toBeNull();
    expect(invented).toMatchObject({
      notices: [{ kind: 'quote', deck: '我的', scene: 1, what: '大桥通车' }],
    });
  });

  it('keeps what only this dataset does not hold', () => {
    const view = { district: ['moon'], colour: ['red'], item: 'gone' };
    const reading = read(file({ view }));
    expect(decksOf(reading)[0]?.scenes[0]?.view).toEqual({
      filters: { district: ['moon'], colour: ['red'] },
      item: 'gone',
      bounds: null,
      shaded: false,
    });
    expect(reading).toMatchObject({ notices: [] });
  });

  it('leaves out bounds that lie off the map, and says so', () => {
    const reading = read(file({ view: { bounds: [-10, -10, -9, -9] } }));
    expect(decksOf(reading)[0]?.scenes[0]?.view.bounds).toBeNull();
    expect(reading).toMatchObject({ notices: [{ kind: 'bounds', scene: 1, what: '-10, -10, -9, -9' }] });
  });

  it('gets ids of its own beside what is there, and within itself', () => {
    const twice = file({ top: { decks: [0, 1].map(() => ({ id: 'own-1', title: '', scenes: [] })) } });
    expect(decksOf(read(twice, [{ id: 'own-1' }])).map(({ id }) => id)).toEqual(['own-1-2', 'own-1-3']);
    for (const id of ['tour', 'filter', 'sector-transport', 'district-east'])
      expect(decksOf(read(file({ deck: { id } })))[0]?.id).toBe(`${id}-2`);
    for (const id of ['', '../x', 'a.b', '甲', 'x'.repeat(200)])
      expect(decksOf(read(file({ deck: { id } })))[0]?.id).toBe('deck');
    const scenes = [0, 1].map(() => ({ id: 'a', title: '' }));
    expect(decksOf(read(file({ deck: { scenes } })))[0]?.scenes.map(({ id }) => id)).toEqual(['a', 'a-2']);
  });
});

describe('a file that is none, or a bad one', () => {
  it.each<[string, string, string, string | RegExp]>([
    ['cut off', file().slice(0, -9), 'not-json', /./u],
    ['empty', '', 'not-json', /./u],
    ['a list', '[]', 'not-decks', ''],
    ['nothing', 'null', 'not-decks', ''],
    ['another format', '{"type":"FeatureCollection"}', 'not-decks', ''],
    ['newer', file({ top: { version: 2 } }), 'newer-version', '2'],
    ['without a version', file({ top: { version: null } }), 'wrong-shape', /^version/u],
    ['of an odd version', file({ top: { version: 0.5 } }), 'wrong-shape', /^version/u],
    ['without decks', file({ top: { decks: {} } }), 'wrong-shape', 'decks: array'],
    ['with a deck without title', file({ deck: { title: 7 } }), 'wrong-shape', 'decks[0].title: string'],
    [
      'with a scene that is text',
      file({ deck: { scenes: ['x'] } }),
      'wrong-shape',
      'decks[0].scenes[0]: object',
    ],
    ['with an odd role', file({ scene: { role: 'intro' } }), 'wrong-shape', /scenes\[0\]\.role/u],
    ['with endless seconds', file({ scene: { seconds: 1e9 } }), 'wrong-shape', /scenes\[0\]\.seconds/u],
    [
      'with a filter that is text',
      file({ view: { district: 'east' } }),
      'wrong-shape',
      /view\.district: array/u,
    ],
    ['with bounds of three', file({ view: { bounds: [1, 2, 3] } }), 'wrong-shape', /view\.bounds/u],
    ['with bounds inside out', file({ view: { bounds: [11, 41, 10, 40] } }), 'wrong-shape', /view\.bounds/u],
    ['with a shade of text', file({ view: { shaded: 'yes' } }), 'wrong-shape', /view\.shaded/u],
    ['with a quote of nothing', file({ scene: { quote: {} } }), 'wrong-shape', /quote\.report/u],
    [
      'with too many scenes',
      file({ deck: { scenes: Array(501).fill({ title: '' }) } }),
      'wrong-shape',
      /500/u,
    ],
    ['too large', file({ scene: { text: 'x'.repeat(mostBytes) } }), 'too-large', ''],
    ['too large in bytes alone', file({ scene: { text: '字'.repeat(mostBytes / 2) } }), 'too-large', ''],
  ])('is refused with the reason: %s', (_, text, reason, detail) => {
    const reading = read(text);
    expect(reading).toMatchObject({ ok: false, reason });
    if (!reading.ok) expect(reading.detail).toMatch(detail);
  });

  it('does not reach the prototypes of objects', () => {
    const text = file({ view: { district: ['east'] } })
      .replace('"district"', '"__proto__":["polluted"],"constructor":["polluted"],"district"')
      .replace('"id":"a"', '"id":"a","__proto__":{"notes":"polluted"}');
    const [own] = decksOf(read(text));
    expect(own?.scenes[0]).toMatchObject({ notes: '' });
    expect(Object.keys(own?.scenes[0]?.view.filters ?? {})).toEqual(['district']);
    expect(Object.getPrototypeOf(own?.scenes[0]?.view.filters)).toBe(Object.prototype);
    expect('polluted' in {}).toBe(false);
  });

  it('may be nested as deep as it likes', () => {
    const deep = `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`;
    expect(read(deep)).toMatchObject({ ok: false });
    expect(read(file({ view: { district: ['deep'] } }).replace('"deep"', deep))).toMatchObject({ ok: false });
  });
});

const someView = fc.record({
  filters: fc.dictionary(
    fc.constantFrom('district', 'sector', 'items', 'tags', 'colour'),
    fc.array(fc.string(), { minLength: 1, maxLength: 3 }),
  ),
  item: fc.option(fc.string()),
  bounds: fc.option(fc.constantFrom([10.6, 40.8, 10.8, 41], [10.7, 40.9, 10.75, 40.95])),
  shaded: fc.boolean(),
});
const someScene = fc.record({
  id: fc.stringMatching(/^[a-z]{1,8}$/u),
  role: fc.constantFrom('title', 'scene', 'closing'),
  title: fc.string(),
  text: fc.string({ unit: 'binary' }),
  notes: fc.string(),
  quote: fc.option(fc.constant({ report: 'report-1', paragraph: 'p2', start: 2, end: 6 })),
  seconds: fc.option(fc.integer({ min: 1, max: 3600 })),
  view: someView,
});
const someDecks = fc.uniqueArray(
  fc.record(
    {
      id: fc.stringMatching(/^own-[a-z0-9]{1,8}$/u),
      title: fc.string(),
      scenes: fc.uniqueArray(someScene, { selector: ({ id }) => id, maxLength: 5 }),
      updated: fc.constantFrom('2022-01-08T00:00:00.000Z', '2022-02-09T10:11:12Z'),
    },
    { requiredKeys: ['id', 'title', 'scenes'] },
  ),
  { selector: ({ id }) => id, maxLength: 4 },
);
const asDecks = (decks: object): OwnDeck[] =>
  (decks as OwnDeck[]).map((each) => ({
    ...each,
    titleEn: '',
    scenes: each.scenes.map((one) => ({ ...one, ...inOneLanguage })),
  }));

/** What a hostile hand puts in the place of any value. */
const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(null, '', -1, 1e300, [], {}, [[]], { length: 3 }, '__proto__', true),
);

/** Replaces one value somewhere in a tree, chosen by numbers. */
function withOneReplaced(tree: unknown, path: readonly number[], replacement: unknown): unknown {
  if (typeof tree !== 'object' || tree === null || path.length === 0) return replacement;
  const keys = Object.keys(tree);
  const key = keys[(path[0] ?? 0) % Math.max(keys.length, 1)];
  if (key === undefined) return replacement;
  const copy: Record<string, unknown> = Array.isArray(tree)
    ? ([...tree] as unknown as Record<string, unknown>)
    : { ...tree };
  copy[key] = withOneReplaced(copy[key], path.slice(1), replacement);
  return copy;
}

/** Files that are no files of decks, or were bent, cut or scribbled on. */
const malformed = fc.oneof(
  fc.string({ maxLength: 200 }),
  fc.json(),
  fc
    .tuple(someDecks, fc.array(fc.nat(9), { minLength: 1, maxLength: 8 }), anything)
    .map(([decks, path, value]) =>
      JSON.stringify(withOneReplaced(JSON.parse(writeDeckFile(asDecks(decks), testDataset)), path, value)),
    ),
  fc.tuple(someDecks, fc.nat(), fc.string({ maxLength: 3 })).map(([decks, at, scribble]) => {
    const text = writeDeckFile(asDecks(decks), testDataset, { compact: true });
    const cut = at % (text.length + 1);
    return text.slice(0, cut) + scribble + (at % 2 ? text.slice(cut + 1) : '');
  }),
);

describe('any file', () => {
  it('of decks gives the same decks', () => {
    fc.assert(
      fc.property(someDecks, fc.boolean(), (some, compact) => {
        const decks = asDecks(some);
        const reading = read(writeDeckFile(decks, testDataset, { compact }));
        expect(reading).toEqual({ ok: true, decks, notices: [] });
      }),
      { numRuns: 300 },
    );
  });

  it('is read or refused with a reason, and what is read can be written and read again', () => {
    const taken = [{ id: 'own-a' }];
    const seen = { read: 0, refused: 0 };
    fc.assert(
      fc.property(malformed, (text) => {
        const reading = read(text, taken);
        expect(Object.keys(Object.prototype)).toEqual([]);
        if (!reading.ok) {
          seen.refused += 1;
          expect(reading.reason).toMatch(/^(too-large|not-json|not-decks|newer-version|wrong-shape)$/u);
          return;
        }
        seen.read += 1;
        expect(reading.decks.map(({ id }) => id)).not.toContain('own-a');
        expect(new Set(reading.decks.map(({ id }) => id)).size).toBe(reading.decks.length);
        expect(read(writeDeckFile(reading.decks, testDataset))).toEqual({
          ok: true,
          decks: reading.decks,
          notices: [],
        });
      }),
      { numRuns: 2000 },
    );
    // The test bites on both sides.
    expect(seen.refused).toBeGreaterThan(500);
    expect(seen.read).toBeGreaterThan(50);
  });
});
