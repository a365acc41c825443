import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deckFinder } from '../state/decks.ts';
import { testDataset, testReport } from '../testing/atlas.ts';
import type { Bounds } from './dataset.ts';
import { filterDeckId, generatedDeckIds } from './decks/generated.ts';
import { facetOptions } from './facet-options.ts';
import { areaGroups, type Filters, facetIds } from './facets.ts';
import { cameraTarget, defaultView, languages, panelIds, themeIds, type View } from './view.ts';
import { type DeckById, parametersToView, urlVersion, viewToParameters } from './view-url.ts';

const { city, items, decks } = testDataset;
const itemIds = items.map((item) => item.id);
const locatedIds = items.filter((item) => item.place.bounds).map((item) => item.id);
const areaIds = [...city.districts, ...city.zones].map((area) => area.id).concat(Object.keys(areaGroups));

const read = (text: string) => parametersToView(new URLSearchParams(text), testDataset);

const some = (values: readonly string[]) => fc.subarray([...values], { minLength: 1 });
/** Choices in any of the facets, of anything that they offer. */
const filters: fc.Arbitrary<Filters> = fc.record(
  Object.fromEntries(
    facetIds.map((facet) => [facet, some(facetOptions(facet, testDataset).map(({ value }) => value))]),
  ),
  { requiredKeys: [] },
);
/** A box that overlaps the city's window, wide enough to stay a box at four decimals. */
const bounds = fc
  .record({
    lng: fc.double({ min: 10, max: 11.9, noNaN: true }),
    lat: fc.double({ min: 40, max: 41.9, noNaN: true }),
    width: fc.double({ min: 0.001, max: 3, noNaN: true }),
    height: fc.double({ min: 0.001, max: 3, noNaN: true }),
  })
  .map(({ lng, lat, width, height }): Bounds => [lng, lat, lng + width, lat + height]);
const stage = fc
  .constantFrom(...decks)
  .chain((deck) => fc.record({ deck: fc.constant(deck.id), index: fc.nat({ max: deck.scenes.length - 1 }) }));
const views: fc.Arbitrary<View> = fc.record({
  filters,
  item: fc.option(fc.constantFrom(...itemIds)),
  camera: fc.oneof(
    fc.constant({ kind: 'auto' as const }),
    fc.constantFrom(...locatedIds).map((item) => ({ kind: 'item' as const, item })),
    bounds.map((box) => ({ kind: 'bounds' as const, bounds: box })),
  ),
  language: fc.constantFrom('zh' as const, 'en' as const),
  theme: fc.constantFrom(...themeIds),
  panel: fc.option(fc.constantFrom(...panelIds)),
  paragraph: fc.option(
    fc.constantFrom(...testReport.paragraphs.map((paragraph) => `${testReport.id}/${paragraph.id}`)),
  ),
  compare: fc.option(fc.constantFrom('west', 'east', 'harbour')),
  shaded: fc.boolean(),
  stage: fc.option(stage),
  autoplay: fc.option(fc.record({ seconds: fc.integer({ min: 1, max: 3600 }), loop: fc.boolean() })),
});

describe('a view as an address', () => {
  it('comes back as the same view, with nothing dropped', () => {
    fc.assert(
      fc.property(views, (view) => {
        const { view: back, dropped } = read(viewToParameters(view).toString());
        expect(dropped).toEqual([]);
        const { camera, ...rest } = view;
        const { camera: cameraBack, ...restBack } = back;
        expect(restBack).toEqual(rest);
        if (camera.kind === 'bounds' && cameraBack.kind === 'bounds') {
          for (const [index, degrees] of camera.bounds.entries())
            expect(Math.abs((cameraBack.bounds[index] ?? Number.NaN) - degrees)).toBeLessThan(0.000051);
        } else {
          expect(cameraBack).toEqual(camera);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('does not change any more once it was read and written', () => {
    fc.assert(
      fc.property(views, (view) => {
        const once = viewToParameters(view).toString();
        expect(viewToParameters(read(once).view).toString()).toBe(once);
      }),
    );
  });

  it('survives commas that a mail programme has or has not escaped', () => {
    fc.assert(
      fc.property(views, (view) => {
        const escaped = viewToParameters(view).toString();
        expect(read(escaped.replaceAll('%2C', ','))).toEqual(read(escaped));
      }),
    );
  });

  it('is empty for the view one starts with', () => {
    expect(viewToParameters(defaultView).toString()).toBe('');
    expect(read('')).toEqual({ view: defaultView, dropped: [] });
  });

  it('carries its version as soon as it says anything', () => {
    expect(viewToParameters({ ...defaultView, language: 'en' }).toString()).toBe(`lang=en&v=${urlVersion}`);
  });

  it('writes the camera only where the person moved it or an item was revealed', () => {
    expect(viewToParameters({ ...defaultView, filters: { district: ['east'] } }).has('at')).toBe(false);
    expect(viewToParameters({ ...defaultView, camera: { kind: 'item', item: 'plant' } }).get('at')).toBe(
      'plant',
    );
  });

  it('counts scenes from 1, as people do', () => {
    const parameters = viewToParameters({ ...defaultView, stage: { deck: 'tour', index: 0 } });
    expect(parameters.get('scene')).toBe('tour.1');
  });
});

describe('an address of before', () => {
  it.each<[string, Partial<View>]>([
    ['sector=transport,utilities&v=1', { filters: { sector: ['transport', 'utilities'] } }],
    [
      'sector=transport&district=east,cross&progress=planned&item=bridge&at=bridge&v=1',
      {
        filters: { sector: ['transport'], district: ['east', 'cross'], progress: ['planned'] },
        item: 'bridge',
        camera: { kind: 'item', item: 'bridge' },
      },
    ],
    ['items=plant,quay&lang=en&v=1', { filters: { items: ['plant', 'quay'] }, language: 'en' }],
    [
      'district=harbour&at=10.6,40.8,10.8,41&scene=tour.2&v=1',
      {
        filters: { district: ['harbour'] },
        camera: { kind: 'bounds', bounds: [10.6, 40.8, 10.8, 41] },
        stage: { deck: 'tour', index: 1 },
      },
    ],
  ])('still reads the same, and is written the same: %s', (address, part) => {
    const { view, dropped } = read(address);
    expect(dropped).toEqual([]);
    expect(view).toEqual({ ...defaultView, ...part });
    expect(viewToParameters(view).toString().replaceAll('%2C', ',')).toBe(address);
  });
});

describe('the facets in an address', () => {
  it('stand under their own names', () => {
    const address =
      'sector=transport&district=east&progress=planned&kind=project&year=2021-review&tags=5g,marine' +
      '&investment=undisclosed&precision=site&section=works&items=plant&v=1';
    const { view, dropped } = read(address);
    expect(dropped).toEqual([]);
    expect(Object.keys(view.filters)).toEqual(facetIds);
    expect(viewToParameters(view).toString().replaceAll('%2C', ',')).toBe(address);
  });

  it.each([
    'kind=ship',
    'year=1999-plan',
    'tags=6g',
    'investment=guessed',
    'precision=exact',
    'section=annex',
  ])('drop what they do not offer, by name: %s', (address) => {
    const [name = '', value = ''] = address.split('=');
    expect(read(address)).toEqual({ view: defaultView, dropped: [{ name, value, reason: 'unknown-value' }] });
  });
});

describe('an address that is not understood', () => {
  const names = fc.oneof(
    fc.constantFrom(...facetIds),
    fc.constantFrom('item', 'at', 'lang', 'theme', 'panel', 'paragraph', 'compare', 'shaded', 'v', 'embed'),
    fc.constantFrom('scene', 'autoplay'),
    fc.string(),
    fc.constantFrom('__proto__', 'constructor', 'toString', 'filters', 'camera'),
  );
  const values = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      ...itemIds,
      ...areaIds,
      'transport',
      'planned',
      'tour.1',
      'tour.99',
      'tour.-1',
      'tour.1.5',
    ),
    // Scenes of decks that are made of the data, few of which exist.
    fc
      .tuple(fc.constantFrom(...generatedDeckIds(testDataset), filterDeckId, 'tour', '', '.'), fc.integer())
      .map(([deck, number]) => `${deck}.${number % 9}`),
    fc.tuple(fc.integer(), fc.constantFrom('', ',loop', ',', ',loop,loop')).map((parts) => parts.join('')),
    fc.constantFrom(
      'dark',
      'statistics',
      'report',
      `${testReport.id}/p1`,
      'report-1/p99',
      '30',
      '30,loop',
      '1',
    ),
    fc.constantFrom('__proto__', 'constructor', 'NaN', 'Infinity,0,0,0', '1,2,3', ',,,', '10,41,9,40'),
    fc.array(fc.double(), { maxLength: 6 }).map((numbers) => numbers.join(',')),
    fc
      .array(fc.constantFrom('transport', 'culture', 'east', 'x', ''), { maxLength: 4 })
      .map((l) => l.join(',')),
  );
  const garbage = fc.array(fc.tuple(names, values), { maxLength: 8 });

  const findDeck = deckFinder(testDataset);
  const deckById: DeckById = (id, filters) => findDeck(id, [], filters);
  const offered = Object.fromEntries(
    facetIds.map((facet) => [facet, new Set(facetOptions(facet, testDataset).map(({ value }) => value))]),
  );

  /** What everything that shows a view relies on and this one has not; plain comparisons, for many thousand views. */
  function faults(view: View): string[] {
    const { bounds: box, maxZoom } = cameraTarget(view, testDataset);
    const [west, south, east, north] = box;
    const stage = view.stage && deckById(view.stage.deck, view.filters)?.scenes[view.stage.index];
    const holds: Record<string, boolean> = {
      filters: facetIds.every((facet) => {
        const chosen = view.filters[facet];
        return (
          chosen === undefined || (chosen.length > 0 && chosen.every((value) => offered[facet]?.has(value)))
        );
      }),
      item: view.item === null || itemIds.includes(view.item),
      language: languages.includes(view.language),
      theme: themeIds.includes(view.theme),
      panel: view.panel === null || panelIds.includes(view.panel),
      compare: view.compare === null || areaIds.includes(view.compare),
      shaded: typeof view.shaded === 'boolean',
      autoplay: view.autoplay === null || (view.autoplay.seconds >= 1 && view.autoplay.seconds <= 3600),
      stage: view.stage === null || typeof stage?.title === 'string',
      camera: box.every(Number.isFinite) && west < east && south < north && maxZoom > 0,
    };
    return Object.keys(holds).filter((part) => !holds[part]);
  }

  it('never fails and always gives a view that can be shown', () => {
    let staged = 0;
    fc.assert(
      fc.property(garbage, (pairs) => {
        const { view } = parametersToView(new URLSearchParams(pairs), testDataset, deckById);
        if (view.stage) staged += 1;
        // What was understood can be written and read again without loss.
        const { dropped } = parametersToView(viewToParameters(view), testDataset, deckById);
        expect([faults(view), dropped]).toEqual([[], []]);
      }),
      { numRuns: 10_000 },
    );
    // The decks that are made of the data were among them.
    expect(staged).toBeGreaterThan(50);
  });

  it('never fails on any text behind the question mark, however it is escaped', () => {
    const pieces = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('&', '=', '%', '%00', '%ED%A0%80', '%u0041', '+', '#', '?', ';', '\uD800', '\u202E'),
      fc.constantFrom(
        '<img src=x onerror=alert(1)>',
        '</script>',
        'javascript:alert(1)',
        '../../',
        'a'.repeat(10_000),
      ),
      fc.constantFrom(...facetIds.map((facet) => `&${facet}=`), '&item=', '&scene=', '&at=', '&v='),
      values,
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const { view } = parametersToView(new URLSearchParams(parts.join('')), testDataset, deckById);
        expect(faults(view)).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('says which parameters it does not know', () => {
    expect(read('colour=red&lang=en')).toEqual({
      view: { ...defaultView, language: 'en' },
      dropped: [{ name: 'colour', value: 'red', reason: 'unknown-parameter' }],
    });
  });

  it('keeps the known values of a facet and names each unknown one', () => {
    const { view, dropped } = read('sector=transport,flying,culture,swimming');
    expect(view.filters).toEqual({ sector: ['transport', 'culture'] });
    expect(dropped).toEqual([
      { name: 'sector', value: 'flying', reason: 'unknown-value' },
      { name: 'sector', value: 'swimming', reason: 'unknown-value' },
    ]);
  });

  it('leaves a facet out when none of its values is known', () => {
    expect(read('district=atlantis').view.filters).toEqual({});
  });

  it.each([
    ['item', 'no-such-item'],
    ['at', 'no-such-item'],
    ['at', '1,2,3'],
    ['at', '11,41,10.9,41.2'],
    ['at', '10,41,11,NaN'],
    ['at', '100,41,101,42'],
    ['lang', 'fr'],
    ['scene', 'tour.0'],
    ['scene', 'tour.4'],
    ['scene', 'tour'],
    ['scene', 'nothing.1'],
  ])('drops %s=%s with its name and leaves the rest at its default', (name, value) => {
    expect(read(`${name}=${value}`)).toEqual({
      view: defaultView,
      dropped: [{ name, value, reason: 'unknown-value' }],
    });
  });

  it('does not fly to an item that has no place', () => {
    expect(read('at=lost').view.camera).toEqual({ kind: 'auto' });
  });

  it('says that it is of another version, and reads what it can', () => {
    expect(read('lang=en&v=99')).toEqual({
      view: { ...defaultView, language: 'en' },
      dropped: [{ name: 'v', value: '99', reason: 'unknown-version' }],
    });
    expect(read(`lang=en&v=${urlVersion}`).dropped).toEqual([]);
  });

  it('does not complain about what belongs to the page', () => {
    expect(read('embed=1').dropped).toEqual([]);
  });

  it('takes a value that is given twice once', () => {
    expect(read('sector=transport,transport').view.filters.sector).toEqual(['transport']);
  });
});
