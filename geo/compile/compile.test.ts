/** The compiler on a small made-up data folder: what it makes of a good one, and what it says to every single mistake. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latestReport } from '../../src/model/dataset.ts';
import { optionFacetIds } from '../../src/model/facets.ts';
import { quoteInContext } from '../../src/model/quotes.ts';
import { checkFigure } from './figures.ts';
import { formatProblem, formatProblems, type Problem } from './problem.ts';
import { compileFiles, drawn, type Files, goodFiles, lineOf, replaced, without } from './test-folder.ts';

const works = 'items/works.yaml';
const life = 'items/life.yaml';
const bridgeFile = 'places/north-bridge.geojson';
const folder = 'reports/testville-2022';
const text = `${folder}/report.txt`;
const meta = `${folder}/report.yaml`;
const review = `${folder}/mentions/review.yaml`;
const plan = `${folder}/mentions/plan.yaml`;
const deck = `${folder}/deck.yaml`;

const change = (path: string, from: string, to: string) => replaced(goodFiles, path, from, to);

function problemsOf(files: Files): Problem[] {
  const compiled = compileFiles(files);
  return compiled.ok ? [] : compiled.problems;
}

function datasetOf(files: Files) {
  const compiled = compileFiles(files);
  if (!compiled.ok) throw new Error(formatProblems(compiled.problems));
  return compiled.dataset;
}

/** The entry of an item from the file of works, to be entered once more, with a basis of its own. */
function entryOf(id: string): string {
  const entry = goodFiles[works]?.split('\n\n').find((one) => one.includes(`- id: ${id}\n`)) ?? '';
  return entry.replace('*known', '{ method: public-source, note: 报告写明, noteEn: As the report says }');
}

/** The good files with one more field in the scene of the bridge. */
const inScene = (field: string) =>
  change(deck, '    notes: 先看大桥\n', `    notes: 先看大桥\n    ${field}\n`);

interface Mistake {
  name: string;
  files: Files;
  file: string;
  /** A text of that file, as changed, that stands on the line to be named. */
  at?: string;
  item?: string;
  message: RegExp;
}

const bridgeLine = (...coordinates: number[][]) => drawn('north-bridge', { type: 'LineString', coordinates });
const withBridge = (geometry: string): Files => ({ ...goodFiles, [bridgeFile]: geometry });

/** Every rule, and one mistake that breaks it alone. */
const mistakes: Mistake[] = [
  // Quotes
  {
    name: 'a quote that is not in the report',
    files: change(review, '港区码头开工', '港区码头完工'),
    file: review,
    at: '港区码头完工',
    item: 'quay',
    message: /not in the report: “港区码头完工”/u,
  },
  {
    name: 'a quote that stands several times in the report',
    files: change(plan, '  paragraph: 港区\n', ''),
    file: plan,
    at: 'quote: 加强服务',
    item: 'better-service',
    message: /stands 3 times/u,
  },
  {
    name: 'a quote whose paragraph begins otherwise',
    files: change(plan, 'paragraph: 港区', 'paragraph: 今年'),
    file: plan,
    at: 'quote: 加强服务',
    item: 'better-service',
    message: /not in the report/u,
  },
  {
    name: 'a quote that runs over the end of its paragraph',
    files: change(review, '港区码头开工', '港区码头开工。改善民生'),
    file: review,
    at: '港区码头开工。改善民生',
    item: 'quay',
    message: /not in the report/u,
  },
  {
    name: 'a quote from a part of the report that has no year',
    files: change(review, 'quote: 港区码头开工', 'quote: 试城市人民政府工作报告'),
    file: review,
    at: 'quote: 试城市人民政府工作报告',
    item: 'quay',
    message: /no year and tense/u,
  },
  {
    name: 'a figure that is not in its quote',
    files: change(review, 'value: 12,', 'value: 13,'),
    file: review,
    at: 'value: 13,',
    item: 'schools',
    message: /figure 学校 “13所” is not in its quote “新建12所学校”/u,
  },
  {
    name: 'a figure in words that are not in its quote',
    files: change(plan, 'text: 三所', 'text: 3所'),
    file: plan,
    at: 'text: 3所',
    item: 'schools',
    message: /figure 学校 “3所” is not in its quote/u,
  },
  {
    name: 'a mention of an item that does not exist',
    files: {
      ...goodFiles,
      [plan]: `${goodFiles[plan]}- item: no-such-item\n  quote: 修好道路\n  progress: planned\n`,
    },
    file: plan,
    at: 'no-such-item',
    item: 'no-such-item',
    message: /mentions the item no-such-item/u,
  },
  {
    name: 'an unknown progress',
    files: change(
      review,
      '  quote: 港区码头开工\n  progress: under-way',
      '  quote: 港区码头开工\n  progress: begun',
    ),
    file: review,
    at: 'progress: begun',
    item: 'quay',
    message: /progress: “begun” is not a known progress; known: completed, under-way/u,
  },
  {
    name: 'an unknown measure',
    files: change(review, 'measure: investment-total', 'measure: output'),
    file: review,
    at: 'measure: output',
    item: 'new-plant',
    message: /figures\.0\.measure: “output” is not a known measure/u,
  },
  {
    name: 'a figure whose value is no number',
    files: change(review, 'value: 12,', 'value: twelve,'),
    file: review,
    at: 'value: twelve',
    item: 'schools',
    message: /figures\.0\.value: “twelve” must be a number/u,
  },

  // Items
  {
    name: 'an id that is used twice',
    files: { ...goodFiles, 'items/zoo.yaml': entryOf('quay') },
    file: 'items/zoo.yaml',
    at: 'id: quay',
    item: 'quay',
    message: /id quay is used twice; first in geo\/items\/works\.yaml:\d+/u,
  },
  {
    name: 'an id that is not lower-case words',
    files: {
      ...goodFiles,
      [works]: `${goodFiles[works]}\n${entryOf('quay').replace('id: quay', 'id: Quay_2')}`,
    },
    file: works,
    at: 'Quay_2',
    item: 'Quay_2',
    message: /id: “Quay_2” must be lower-case words joined by hyphens/u,
  },
  {
    name: 'an unknown kind',
    files: change(
      life,
      '固废危废处理厂\n  nameEn: Waste plant\n  kind: infrastructure',
      '固废危废处理厂\n  nameEn: Waste plant\n  kind: factory',
    ),
    file: life,
    at: 'kind: factory',
    item: 'waste-plant',
    message: /kind: “factory” is not a known kind; known: project, park/u,
  },
  {
    name: 'an unknown sector',
    files: change(works, 'sector: industry', 'sector: energy'),
    file: works,
    at: 'sector: energy',
    item: 'new-plant',
    message: /sector: “energy” is not a known sector; known: industry, innovation/u,
  },
  {
    name: 'a subsector of another sector',
    files: change(works, 'subsector: manufacturing', 'subsector: road'),
    file: works,
    at: 'subsector: road\n  tags',
    item: 'new-plant',
    message: /“road” is not a subsector of industry; known: manufacturing/u,
  },
  {
    name: 'an unknown tag',
    files: change(works, 'tags: [new-energy]', 'tags: [new-energy, old-energy]'),
    file: works,
    at: 'old-energy',
    item: 'new-plant',
    message: /tags\.1: “old-energy” is not a known tag/u,
  },
  {
    name: 'an unknown precision',
    files: change(works, 'precision: zone', 'precision: exact'),
    file: works,
    at: 'precision: exact',
    item: 'quay',
    message: /place\.precision: “exact” is not a known precision; known: site, street/u,
  },
  {
    name: 'an unknown way of knowing a place',
    files: change(life, 'method: report\n      note: 面向全市', 'method: hearsay\n      note: 面向全市'),
    file: life,
    at: 'method: hearsay',
    item: 'schools',
    message: /place\.basis\.method: “hearsay” is not a known basis method/u,
  },
  {
    name: 'an unknown licence',
    files: change(works, '    point: [119.1, 32.1]\n', '    point: [119.1, 32.1]\n    license: mine\n'),
    file: works,
    at: 'license: mine',
    item: 'new-plant',
    message: /place\.license: “mine” must be ODbL-1\.0 or CC-BY-4\.0/u,
  },
  {
    name: 'an unknown field',
    files: change(works, '  zone: harbour', '  zone: harbour\n  colour: red'),
    file: works,
    at: 'colour: red',
    item: 'quay',
    message: /unknown field colour/u,
  },
  {
    name: 'a missing field',
    files: change(works, '  nameEn: Quay\n', ''),
    file: works,
    at: 'id: quay',
    item: 'quay',
    message: /nameEn is missing/u,
  },
  {
    name: 'a field without a value',
    files: change(works, '  nameEn: Quay\n', '  nameEn: ""\n'),
    file: works,
    at: 'nameEn: ""',
    item: 'quay',
    message: /nameEn: “” must not be empty/u,
  },
  {
    name: 'an unknown district',
    files: change(life, 'districts: [east]', 'districts: [east, north]'),
    file: life,
    at: 'districts: [east, north]',
    item: 'better-service',
    message: /unknown district north; known: west, east/u,
  },
  {
    name: 'districts that are neither a list nor a known word',
    files: change(life, 'districts: [east]', 'districts: everywhere'),
    file: life,
    at: 'districts: everywhere',
    item: 'better-service',
    message: /districts: “everywhere” must be a list of district ids, or urban, city or unknown/u,
  },
  {
    name: 'an unknown zone',
    files: change(works, 'zone: harbour', 'zone: airport'),
    file: works,
    at: 'zone: airport',
    item: 'quay',
    message: /unknown zone airport/u,
  },
  {
    name: 'a zone that lies in none of the declared districts',
    files: change(life, 'districts: [east]', 'districts: [east]\n  zone: harbour'),
    file: life,
    at: 'zone: harbour',
    item: 'better-service',
    message: /zone harbour lies in west, which is not among the declared districts/u,
  },
  {
    name: 'an item that no report mentions',
    files: change(review, '- item: quay\n  quote: 港区码头开工\n  progress: under-way\n', ''),
    file: works,
    at: 'id: quay',
    item: 'quay',
    message: /is not mentioned in any report/u,
  },

  // Places
  {
    name: 'a place in another district than declared',
    files: change(works, 'point: [119.1, 32.1]', 'point: [119.3, 32.1]'),
    file: works,
    at: 'districts: [west]\n  place:\n    precision: site',
    item: 'new-plant',
    message: /declares district west but lies 94\d\d m outside it \(tolerance 500 m\)/u,
  },
  {
    name: 'a line that does not touch a district that it declares',
    files: withBridge(bridgeLine([119.05, 32.1], [119.15, 32.1])),
    file: works,
    at: 'districts: [east, west]',
    item: 'north-bridge',
    message: /declares district east but lies 47\d\d m outside it \(tolerance 300 m\)/u,
  },
  {
    name: 'a line that leaves the window of the map',
    files: replaced(
      withBridge(bridgeLine([119.15, 32.1], [119.25, 32.1], [119.25, 32.6])),
      works,
      'lengthKm: [9, 10]',
      'lengthKm: [60, 70]',
    ),
    file: works,
    at: 'precision: site\n    radius: 100',
    item: 'north-bridge',
    message: /outside the map's window at \[119\.25, 32\.6\]/u,
  },
  {
    name: 'a line without a plausible length',
    files: change(works, '  lengthKm: [9, 10]\n', ''),
    file: works,
    at: 'precision: site\n    radius: 100',
    item: 'north-bridge',
    message: /is a line of 9\.4 km without a plausible range/u,
  },
  {
    name: 'a line of an implausible length',
    files: change(works, 'lengthKm: [9, 10]', 'lengthKm: [10, 12]'),
    file: works,
    at: 'lengthKm: [10, 12]',
    item: 'north-bridge',
    message: /is drawn 9\.4 km long, outside its plausible range 10–12 km/u,
  },
  {
    name: 'a precision that needs a geometry',
    files: change(works, '    point: [119.1, 32.1]\n', ''),
    file: works,
    at: 'precision: site\n    radius: 200',
    item: 'new-plant',
    message: /precision site needs a geometry/u,
  },
  {
    name: 'a precision that needs a radius',
    files: change(works, '    radius: 200\n', ''),
    file: works,
    at: 'precision: site\n    point',
    item: 'new-plant',
    message: /precision site needs a radius/u,
  },
  {
    name: 'a precision that forbids a geometry',
    files: change(life, 'precision: district', 'precision: district\n    point: [119.3, 32.1]'),
    file: life,
    at: 'precision: district',
    item: 'better-service',
    message: /precision district carries neither geometry nor radius/u,
  },
  {
    name: 'a precision that forbids a radius',
    files: change(life, 'precision: unknown', 'precision: unknown\n    radius: 500'),
    file: life,
    at: 'precision: unknown',
    item: 'waste-plant',
    message: /precision unknown carries neither geometry nor radius/u,
  },
  {
    name: 'a drawn outline for what is known only to its zone',
    files: {
      ...change(works, '    point: [119.06, 32.05]\n', ''),
      'places/quay.geojson': drawn('quay', {
        type: 'Polygon',
        coordinates: [
          [
            [119.05, 32.05],
            [119.06, 32.05],
            [119.06, 32.06],
            [119.05, 32.05],
          ],
        ],
      }),
    },
    file: works,
    at: 'precision: zone',
    item: 'quay',
    message: /precision zone carries a point and a radius, not a drawn geometry/u,
  },
  {
    name: 'a point and a drawn geometry together',
    files: change(works, '    radius: 100\n', '    radius: 100\n    point: [119.2, 32.1]\n'),
    file: works,
    at: 'point: [119.2, 32.1]',
    item: 'north-bridge',
    message: /has a point and also a file places\/north-bridge\.geojson/u,
  },
  {
    name: 'a located item that lists no district',
    files: change(works, '  districts: [west]\n  zone: harbour', '  districts: city\n  zone: harbour'),
    file: works,
    at: 'districts: city',
    item: 'quay',
    message: /lies in districts, but none is listed/u,
  },
  {
    name: 'a district-wide item that names no district',
    files: change(life, 'districts: [east]', 'districts: unknown\n  zone: harbour'),
    file: life,
    at: 'districts: unknown\n  zone',
    item: 'better-service',
    message: /precision district needs the districts to be named/u,
  },
  {
    name: 'a drawn file that is not named for its item',
    files: { ...goodFiles, 'places/bridge.geojson': goodFiles[bridgeFile] ?? '' },
    file: 'places/bridge.geojson',
    at: '"id"',
    item: 'north-bridge',
    message: /not named for its item north-bridge/u,
  },
  {
    name: 'a drawn file of no item',
    files: {
      ...goodFiles,
      'places/tower.geojson': drawn('tower', {
        type: 'LineString',
        coordinates: [
          [119.1, 32.1],
          [119.2, 32.1],
        ],
      }),
    },
    file: 'places/tower.geojson',
    item: 'tower',
    message: /draws tower, which no file in items\/ has/u,
  },
  {
    name: 'a drawn file that holds a point',
    files: {
      ...goodFiles,
      'places/quay.geojson': drawn('quay', { type: 'Point', coordinates: [119.06, 32.05] }),
    },
    file: 'places/quay.geojson',
    at: '"Point"',
    message: /geometry\.type.*must be a LineString, MultiLineString, Polygon or MultiPolygon/u,
  },

  // Report and deck
  {
    name: 'a heading that is not in the text',
    files: change(meta, 'heading: 一、继续推进工程', 'heading: 一、大力推进工程'),
    file: meta,
    at: '一、大力推进工程',
    item: 'plan-works',
    message: /heading “一、大力推进工程” does not stand in the report text/u,
  },
  {
    name: 'a date that is none',
    files: change(meta, '"2022-01-08"', '2022 年 1 月'),
    file: meta,
    at: 'date:',
    message: /date: “2022 年 1 月” must be a date/u,
  },
  {
    name: 'a missing report text',
    files: without(goodFiles, text),
    file: text,
    message: /cannot be opened/u,
  },
  {
    name: 'a missing deck',
    files: without(goodFiles, deck),
    file: deck,
    message: /is missing: a report comes with its presentation/u,
  },
  {
    name: 'a scene that shows an unknown item',
    files: change(deck, 'items: [north-bridge, quay]', 'items: [north-bridge, pier]'),
    file: deck,
    at: '[north-bridge, pier]',
    item: 'bridge',
    message: /the scene shows items pier, which does not exist/u,
  },
  {
    name: 'a scene that selects an unknown item',
    files: change(deck, 'item: north-bridge', 'item: pier'),
    file: deck,
    at: 'item: pier',
    item: 'bridge',
    message: /the scene shows item pier, which does not exist/u,
  },
  ...optionFacetIds.map((facet) => ({
    name: `a scene that shows an unknown value of the facet ${facet}`,
    files: change(deck, 'sector: [transport]\n      district: [east]', `${facet}: [nothing]`),
    file: deck,
    at: `${facet}: [nothing]`,
    item: 'bridge',
    message: new RegExp(`the scene shows ${facet} nothing, which does not exist`, 'u'),
  })),
  {
    name: 'a scene that shows something by what is no facet',
    files: change(deck, 'sector: [transport]', 'colour: [red]'),
    file: deck,
    at: 'colour: [red]',
    item: 'tour',
    message: /unknown field scenes\.1\.view\.colour/u,
  },
  {
    name: 'a quote of a scene that is not in the report',
    files: inScene('quote: 港区码头完工'),
    file: deck,
    at: 'quote: 港区码头完工',
    item: 'bridge',
    message: /quote is not in the report: “港区码头完工”/u,
  },
  {
    name: 'a quote of a scene that stands several times in the report',
    files: inScene('quote: 加强服务'),
    file: deck,
    at: 'quote: 加强服务',
    item: 'bridge',
    message: /quote stands 3 times in the report: “加强服务”/u,
  },
  {
    name: 'a figure in the text of a scene that is not in the report',
    files: change(deck, 'text: 全部事项', 'text: 新建 13 所学校'),
    file: deck,
    at: 'text: 新建 13 所学校',
    item: 'whole',
    message: /the figure 13 in “新建 13 所学校” is not in the report/u,
  },
  {
    name: 'a figure in the text of a scene that is in the report on another scale',
    files: change(deck, 'text: 全部事项', 'text: 总投资 50 万元'),
    file: deck,
    at: 'text: 总投资 50 万元',
    item: 'whole',
    message: /the figure 50万 in .* is not in the report/u,
  },
  {
    name: 'a figure in the title of a scene that is not in the report',
    files: change(deck, 'title: 大桥', 'title: 大桥 9.4 公里'),
    file: deck,
    at: 'title: 大桥 9.4 公里',
    item: 'bridge',
    message: /the figure 9\.4 in “大桥 9\.4 公里” is not in the report/u,
  },
  {
    name: 'a figure in the title of a deck that is not in the report',
    files: change(deck, 'title: 一览', 'title: 2019 一览'),
    file: deck,
    at: 'title: 2019 一览',
    item: 'tour',
    message: /the figure 2019 in “2019 一览” is not in the report/u,
  },
  {
    name: 'a deck that does not begin with a title scene',
    files: change(deck, 'role: title', 'role: scene'),
    file: deck,
    at: '- id: whole',
    item: 'whole',
    message: /does not begin with a title scene/u,
  },
  {
    name: 'a deck that does not end with a closing scene',
    files: change(deck, '    role: closing\n', ''),
    file: deck,
    at: '- id: end',
    item: 'end',
    message: /does not end with a closing scene/u,
  },
  {
    name: 'an unknown role of a scene',
    files: change(deck, 'role: title', 'role: cover'),
    file: deck,
    at: 'role: cover',
    item: 'tour',
    message: /scenes\.0\.role: “cover” must be title, scene or closing/u,
  },
  {
    name: 'a scene whose bounds lie outside the window of the map',
    files: change(deck, 'bounds: [119, 32, 119.4, 32.2]', 'bounds: [100, 20, 101, 21]'),
    file: deck,
    at: 'bounds: [100',
    item: 'bridge',
    message: /bounds lie outside the map's window/u,
  },
  {
    name: 'two scenes of one id',
    files: change(deck, '- id: bridge', '- id: whole'),
    file: deck,
    item: 'whole',
    message: /two scenes with the id whole/u,
  },
  {
    name: 'a deck without scenes',
    files: { ...goodFiles, [deck]: 'id: tour\ntitle: 一览\ntitleEn: Tour\nscenes: []\n' },
    file: deck,
    at: 'scenes: []',
    item: 'tour',
    message: /scenes: \[\] needs at least one scene/u,
  },

  // City and base
  {
    name: 'a district without a polygon',
    files: change('city.yaml', '"990002"', '"990009"'),
    file: 'base/boundaries.geojson',
    item: 'east',
    message: /has no polygon for 东区 \(adcode 990009\)/u,
  },
  {
    name: 'a zone of unknown towns',
    files: change('city.yaml', '[甲镇, 乙镇]', '[甲镇, 丙镇]'),
    file: 'city.yaml',
    item: 'harbour',
    message: /zone 港区 names the town 丙镇/u,
  },
  {
    name: 'a zone inside an unknown district',
    // No item lies in it: the zone itself is wrong.
    files: replaced(change('city.yaml', 'within: west', 'within: north'), works, '  zone: harbour\n', ''),
    file: 'city.yaml',
    item: 'harbour',
    message: /north/u,
  },
  {
    name: 'an urban area of an unknown district',
    files: change('city.yaml', 'urban: [west]', 'urban: [north]'),
    file: 'city.yaml',
    message: /north/u,
  },

  // Files
  {
    name: 'a mistake in the syntax of an item file',
    files: change(works, '  zone: harbour', '  zone: [harbour'),
    file: works,
    message: /cannot be read/u,
  },
  {
    name: 'a mistake in the syntax of a mention file',
    files: change(review, '  quote: 港区码头开工', '  quote: [港区码头开工'),
    file: review,
    message: /cannot be read/u,
  },
  {
    name: 'a key that stands twice in one entry',
    files: change(works, '  nameEn: Quay\n', '  nameEn: Quay\n  nameEn: Pier\n'),
    file: works,
    at: 'nameEn: Pier',
    message: /cannot be read: .*unique/u,
  },
  {
    name: 'an item file that is not a list',
    files: { ...goodFiles, 'items/more.yaml': 'id: tower\nname: 塔\n' },
    file: 'items/more.yaml',
    at: 'id: tower',
    message: /is not a list/u,
  },
  {
    name: 'a base layer that is no collection',
    files: { ...goodFiles, 'base/rail.geojson': '{"type":"Feature"}\n' },
    file: 'base/rail.geojson',
    message: /is not a FeatureCollection/u,
  },
];

describe('a mistake in the data is named with its file, line, item and a remedy, and nothing else is', () => {
  it.each(mistakes)('$name', ({ files, file, at, item, message }) => {
    const problems = problemsOf(files);
    expect(problems).toEqual([
      expect.objectContaining({
        file,
        message: expect.stringMatching(message),
        remedy: expect.stringMatching(/\S/u),
      }),
    ]);
    const [problem] = problems;
    if (at !== undefined) expect(problem?.line).toBe(lineOf(files, file, at));
    if (item !== undefined) expect(problem?.item).toBe(item);
  });

  it('withholds the whole dataset', () => {
    for (const { files } of mistakes.slice(0, 3)) {
      const compiled = compileFiles(files);
      expect(compiled.ok).toBe(false);
      expect(compiled).not.toHaveProperty('dataset');
    }
  });

  it('says of a place outside every district that it misses the city', () => {
    const problems = problemsOf(change(works, 'point: [119.1, 32.1]', 'point: [118.6, 31.6]'));
    expect(problems.map((problem) => problem.message)).toContainEqual(
      expect.stringMatching(/misses the city: \[118\.6, 31\.6\] lies in none of its districts/u),
    );
    for (const problem of problems) expect(problem).toMatchObject({ file: works, item: 'new-plant' });
  });

  it('says of latitude and longitude in the wrong order where they stand', () => {
    const files = change(works, 'point: [119.1, 32.1]', 'point: [32.1, 119.1]');
    expect(problemsOf(files)).toContainEqual(
      expect.objectContaining({
        file: works,
        item: 'new-plant',
        line: lineOf(files, works, 'point: [32.1, 119.1]'),
        message: expect.stringMatching(/119.1 is no latitude: .* the longitude first/u),
      }),
    );
  });

  it('names every item in which the same mistake stands', () => {
    const text = (goodFiles[works] ?? '').replaceAll('kind: infrastructure', 'kind: factory');
    const items = problemsOf({ ...goodFiles, [works]: text }).map((problem) => problem.item);
    expect(items.sort()).toEqual(['north-bridge', 'quay']);
  });

  it('names a file of the project itself by its place in it', () => {
    const problem = { file: '../README.md', message: 'is stale', remedy: 'write it' };
    expect(formatProblem(problem)).toBe('README.md\n    is stale\n    → write it');
  });

  it('is said once more in one readable block, with what to do', () => {
    const [problem] = problemsOf(change(works, 'zone: harbour', 'zone: airport'));
    expect(problem && formatProblem(problem)).toMatch(
      /^geo\/items\/works\.yaml:\d+ \[quay\]\n {4}unknown zone airport\n {4}→ use one of harbour$/u,
    );
  });
});

describe('several mistakes', () => {
  it('are all reported at once, whatever files they stand in', () => {
    const files = [
      [works, 'zone: harbour', 'zone: airport'],
      [works, 'lengthKm: [9, 10]', 'lengthKm: [10, 12]'],
      [life, 'precision: unknown', 'precision: unknown\n    radius: 500'],
      [review, 'value: 12,', 'value: 13,'],
      [plan, '  paragraph: 港区\n', ''],
      [deck, 'sector: [transport]', 'sector: [traffic]'],
      [meta, 'heading: 一、继续推进工程', 'heading: 一、大力推进工程'],
    ].reduce<Files>((all, [path = '', from = '', to = '']) => replaced(all, path, from, to), goodFiles);
    const messages = problemsOf(files).map((problem) => problem.message);
    for (const expected of [
      /unknown zone airport/u,
      /implausible|plausible range/u,
      /carries neither geometry nor radius/u,
      /figure 学校/u,
      /stands 3 times/u,
      /sector traffic/u,
      /heading “一、大力推进工程”/u,
    ])
      expect(messages).toContainEqual(expect.stringMatching(expected));
  });

  it('are reported with those in the towns of a zone among them', () => {
    const files = replaced(
      change('city.yaml', '[甲镇, 乙镇]', '[甲镇, 丙镇]'),
      works,
      'zone: harbour',
      'zone: airport',
    );
    const messages = problemsOf(files).map((problem) => problem.message);
    expect(messages).toContainEqual(expect.stringMatching(/unknown zone airport/u));
    expect(messages).toContainEqual(expect.stringMatching(/names the town 丙镇/u));
  });

  it('are ordered by file and line, with their number at the end', () => {
    const problems = problemsOf(
      replaced(
        change(works, 'zone: harbour', 'zone: airport'),
        works,
        'lengthKm: [9, 10]',
        'lengthKm: [10, 12]',
      ),
    );
    const lines = formatProblems(problems).split('\n');
    const numbers = lines
      .flatMap((line) => /^geo\/items\/works\.yaml:(\d+)/u.exec(line)?.[1] ?? [])
      .map(Number);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(numbers).toHaveLength(2);
    expect(lines.at(-1)).toBe('2 problems in the data');
  });

  it('are never an exception, even in a folder that holds next to nothing', () => {
    for (const paths of [[], ['city.yaml'], ['city.yaml', 'base/boundaries.geojson']]) {
      const files = Object.fromEntries(paths.map((path) => [path, goodFiles[path] ?? '']));
      expect(problemsOf(files)).not.toEqual([]);
    }
  });

  it('are found in any file that is emptied or filled with something else', () => {
    const paths = Object.keys(goodFiles).filter((path) => !/base\/(?!boundaries)/u.test(path));
    const damage = fc.constantFrom('', '- ', '[]', '{}', 'null', '42', 'x: [', '\u0000', '- a\n- b\n', '"');
    fc.assert(
      fc.property(fc.constantFrom(...paths), damage, (path, damaged) => {
        const problems = problemsOf({ ...goodFiles, [path]: damaged });
        expect(problems).not.toEqual([]);
        for (const problem of problems) {
          expect(problem.message).toMatch(/\S/u);
          expect(problem.remedy).toMatch(/\S/u);
        }
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

describe('a good folder', () => {
  const dataset = datasetOf(goodFiles);
  const item = (id: string) => {
    const found = dataset.items.find((candidate) => candidate.id === id);
    if (!found) throw new Error(`There is no item ${id}.`);
    return found;
  };
  const paragraph = (start: string) => {
    const found = dataset.reports[0]?.paragraphs.find((candidate) => candidate.text.startsWith(start));
    if (!found) throw new Error(`There is no paragraph ${start}.`);
    return found;
  };
  const quotes = (id: string) =>
    item(id).mentions.map((mention) => quoteInContext(mention, dataset.reports).quote);

  it('compiles, with every item in the order in which the report names them', () => {
    expect(dataset.items.map(({ id }) => id)).toEqual([
      'new-plant',
      'north-bridge',
      'quay',
      'schools',
      'waste-plant',
      'better-service',
    ]);
  });

  it('finds quotes over blanks and line breaks of the text', () => {
    expect(quotes('new-plant')).toEqual(['总投资50亿元的新厂项目竣工']);
    expect(quotes('north-bridge')[0]).toBe('北渡大桥主桥合龙');
  });

  it('finds quotes over blanks of the quote', () => {
    const { items } = datasetOf(change(review, '港区码头开工', '港区 码头 开工'));
    expect(items.find(({ id }) => id === 'quay')?.mentions).toEqual(item('quay').mentions);
  });

  it('finds quotes in the intended and in the printed reading of a misprint, and shows the printed one', () => {
    expect(quotes('waste-plant')).toEqual(['固废废废处理厂投产']);
    const { items } = datasetOf(change(review, 'quote: 固废危废', 'quote: 固废废废'));
    expect(items.find(({ id }) => id === 'waste-plant')?.mentions).toEqual(item('waste-plant').mentions);
  });

  it('joins a paragraph that was cut in two, and says where the cut was', () => {
    const joined = paragraph('重点工程');
    expect(joined.text).toBe('重点工程。总投资50亿元的新厂项目竣工。北渡大桥主桥合龙，港区码头开工。');
    expect(joined.cuts.map((at) => [joined.text.slice(0, at), joined.text.slice(at)])).toEqual([
      ['重点工程。总投资50亿元的新厂项目竣工。北渡大桥主', '桥合龙，港区码头开工。'],
    ]);
  });

  it('joins a paragraph that was cut behind a full stop where the report’s metadata says so', () => {
    expect(paragraph('改善民生').text).toMatch(/加强服务。社区更加和谐。$/u);
    const apart = datasetOf(change(meta, '  - 社区更加', '  - 别的'));
    expect(apart.reports[0]?.paragraphs.map(({ text: words }) => words)).toContain('社区更加和谐。');
  });

  it('leaves the paragraphs before the first heading as they are', () => {
    expect(dataset.reports[0]?.paragraphs.slice(0, 3).map(({ role, text: words }) => [role, words])).toEqual([
      ['front', '2022年试城市人民政府工作报告'],
      ['front', '——2022年1月8日'],
      ['heading', '一、2021年工作回顾'],
    ]);
  });

  it('takes the outline from the metadata: titles without numbers, each under the one above it', () => {
    expect(
      dataset.reports[0]?.sections.map(({ id, title, level, parent, year, tense }) =>
        [id, title, level, parent, year, tense].join(' '),
      ),
    ).toEqual([
      'review 2021年工作回顾 1  2021 review',
      'plan 2022年工作安排 1  2022 plan',
      'plan-works 继续推进工程 2 plan 2022 plan',
      'plan-life 民生 3 plan-works 2022 plan',
      'promises 实事 3 plan-works 2022 plan',
    ]);
  });

  it('tells run-in headings and the numbers of promises', () => {
    expect(paragraph('重点工程').lead).toBe('重点工程');
    expect(paragraph('1.新建三所学校')).toMatchObject({ ordinal: 1, lead: '', section: 'promises' });
    expect(paragraph('1.在民生')).toMatchObject({ ordinal: null, section: 'plan-life' });
  });

  it('does not take a paragraph of one sentence for a run-in heading', () => {
    expect(paragraph('港区加强服务').lead).toBe('');
  });

  it('takes year and tense of a mention from the section in which its quote stands', () => {
    expect(item('north-bridge').mentions.map(({ year, tense, progress }) => [year, tense, progress])).toEqual(
      [
        [2021, 'review', 'under-way'],
        [2022, 'plan', 'planned'],
      ],
    );
  });

  it('takes the progress of an item from its mention of the latest year, whatever the order of the files', () => {
    expect(item('north-bridge').progress).toBe('planned');
    expect(item('schools').mentions.map(({ year }) => year)).toEqual([2021, 2022]);
    expect(item('schools').progress).toBe('planned');
    expect(item('quay').progress).toBe('under-way');
  });

  it('lists the districts of an item in the order of the city', () => {
    expect(item('north-bridge').districts).toEqual(['west', 'east']);
    expect(item('schools')).toMatchObject({ districts: [], scope: 'city' });
    expect(item('waste-plant')).toMatchObject({ districts: [], scope: 'unknown' });
  });

  it('gives geometry, mark, bounds and length to what is located', () => {
    const { place } = item('north-bridge');
    expect(place.lengthKm).toBe(9.4);
    expect(place.label?.[0]).toBeCloseTo(119.2, 3);
    expect(place.label?.[1]).toBeCloseTo(32.1, 3);
    expect(place.geometry?.type).toBe('LineString');
    const [west, south, east, north] = place.bounds ?? [0, 0, 0, 0];
    expect(west).toBeLessThan(119.15);
    expect(east).toBeGreaterThan(119.25);
    // 100 m either side of the line.
    expect((north - south) * 111_195).toBeCloseTo(200, -1);
  });

  it('gives none of these to what is not', () => {
    for (const id of ['schools', 'waste-plant', 'better-service']) {
      expect(item(id).place).toMatchObject({
        geometry: null,
        label: null,
        bounds: null,
        radiusMeters: null,
        lengthKm: null,
      });
    }
  });

  it('licenses a geometry as its own unless the item says otherwise', () => {
    expect(item('quay').place.license).toBe('CC-BY-4.0');
    const { items } = datasetOf(
      change(works, '    point: [119.1, 32.1]\n', '    point: [119.1, 32.1]\n    license: ODbL-1.0\n'),
    );
    expect(items.find(({ id }) => id === 'new-plant')?.place.license).toBe('ODbL-1.0');
  });

  it('accepts a point outside its district within its radius and 300 m more, and nothing beyond', () => {
    // One thousandth of a degree of longitude is about 94 m here; the point has a radius of 200 m.
    const at = (lng: number) => problemsOf(change(works, 'point: [119.1, 32.1]', `point: [${lng}, 32.1]`));
    expect(at(119.205)).toEqual([]);
    expect(at(119.2056)).toHaveLength(1);
  });

  it('keeps figures as the report gives them', () => {
    expect(item('new-plant').mentions[0]?.figures).toEqual([
      {
        label: '总投资',
        labelEn: 'Total',
        value: 50,
        unit: '亿元',
        unitEn: 'CNY 100 million',
        text: null,
        measure: 'investment-total',
      },
    ]);
    expect(item('schools').mentions[1]?.figures[0]).toMatchObject({ value: 3, text: '三所', measure: null });
  });

  it('tells how the characters of names and aliases are read, to be searched for', () => {
    const { characters, words } = dataset.readings;
    expect(characters).toMatchObject({ bei: expect.stringContaining('北'), qiao: '桥' });
    expect(words).toEqual({});
  });

  it('knows each district’s bounds and a point inside, and a zone’s around its towns', () => {
    expect(dataset.city.bounds).toEqual([119, 32, 119.4, 32.2]);
    expect(dataset.city.districts.map(({ id, label }) => [id, label])).toEqual([
      ['west', [119.1, 32.1]],
      ['east', [119.3, 32.1]],
    ]);
    const [west = 0, south = 0, east = 0, north = 0] = dataset.city.zones[0]?.bounds ?? [];
    expect(west < 119.05 && south < 32.05 && east > 119.08 && north > 32.06).toBe(true);
  });

  it('has its deck with the scenes in order, each with notes and a view, empty where none is given', () => {
    expect(dataset.decks).toMatchObject([
      {
        id: 'tour',
        scenes: [
          {
            id: 'whole',
            role: 'title',
            notes: '',
            notesEn: '',
            quote: null,
            seconds: null,
            view: { filters: {}, item: null, bounds: null, shaded: false },
          },
          {
            id: 'bridge',
            role: 'scene',
            notes: '先看大桥',
            view: {
              filters: { sector: ['transport'], district: ['east'], items: ['north-bridge', 'quay'] },
              item: 'north-bridge',
              bounds: [119, 32, 119.4, 32.2],
            },
          },
          { id: 'end', role: 'closing' },
        ],
      },
    ]);
  });

  it('knows where the quote of a scene stands, over line breaks, how long it lasts and that it is shaded', () => {
    const shaded = replaced(
      inScene('quote: 北渡大桥主桥合龙\n    seconds: 20'),
      deck,
      '      item: north-bridge\n',
      '      item: north-bridge\n      shaded: true\n',
    );
    const { decks, reports } = datasetOf(shaded);
    const scene = decks[0]?.scenes[1];
    expect(scene).toMatchObject({ seconds: 20, view: { shaded: true }, quote: { report: 'testville-2022' } });
    const { paragraph, start, end } = scene?.quote ?? { paragraph: '', start: 0, end: 0 };
    const words = reports[0]?.paragraphs.find(({ id }) => id === paragraph)?.text.slice(start, end);
    expect(words).toBe('北渡大桥主桥合龙');
  });

  it.each(['新建 12 所学校，总投资 50亿元', '2022 年办好 2 项实事', '总投资５０亿元', '新建三所学校'])(
    'may say in a scene the figures of its report, also over blanks: %s',
    (words) => {
      expect(problemsOf(change(deck, 'text: 全部事项', `text: ${words}`))).toEqual([]);
    },
  );

  it('may say other figures in the notes and in English, where they are written otherwise', () => {
    const files = replaced(
      change(deck, 'notes: 先看大桥', 'notes: 讲 30 秒'),
      deck,
      'textEn: Everything',
      'textEn: CNY 5 billion',
    );
    expect(problemsOf(files)).toEqual([]);
  });

  it('may show in a scene whatever the address of a view may show', () => {
    for (const area of ['harbour', 'urban', 'city', 'cross', 'unlocated'])
      expect(problemsOf(change(deck, 'district: [east]', `district: [${area}]`))).toEqual([]);
  });

  it('has boundaries with district ids, and a veil over everything but the city', () => {
    const compiled = compileFiles(goodFiles);
    if (!compiled.ok) throw new Error(formatProblems(compiled.problems));
    const { boundaries, veil } = compiled.base;
    expect(boundaries.features.map((feature) => feature.properties?.id)).toEqual(['west', 'east']);
    const geometry = veil.features[0]?.geometry;
    // The two districts share a side: one hole.
    expect(geometry?.type === 'Polygon' && geometry.coordinates).toHaveLength(2);
  });

  it('needs no drawn places', () => {
    const point = change(
      works,
      '  lengthKm: [9, 10]\n  place:\n    precision: site\n',
      '  place:\n    precision: site\n    point: [119.2, 32.1]\n',
    );
    expect(datasetOf(without(point, bridgeFile)).items).toHaveLength(6);
  });
});

describe('next year’s report', () => {
  const next = 'reports/testville-2023';
  const withNext: Files = {
    ...goodFiles,
    [`${next}/report.txt`]:
      '一、2022年工作回顾\n北渡大桥提前通车，港区码头即将完工。\n二、2023年工作安排\n建好道路。\n',
    [`${next}/report.yaml`]: `title: 2023年试城市政府工作报告
titleEn: Report 2023
issuer: 试城市人民政府
issuerEn: Government of Testville
date: "2023-01-09"
source: 按收到时原样保存
outline:
  - { id: review, heading: 一、2022年工作回顾, titleEn: Review, level: 1, year: 2022, tense: review }
  - { id: plan, heading: 二、2023年工作安排, titleEn: Plan, level: 1, year: 2023, tense: plan }
`,
    [`${next}/mentions/all.yaml`]: `- { item: north-bridge, quote: 北渡大桥提前通车, progress: completed }
- { item: quay, quote: 港区码头即将完工, progress: under-way }
`,
    [`${next}/deck.yaml`]: (goodFiles[deck] ?? '').replace('id: tour', 'id: tour-2023'),
  };
  const dataset = datasetOf(withNext);

  it('is a folder of data beside the first', () => {
    expect(dataset.reports.map(({ id }) => id)).toEqual(['testville-2023', 'testville-2022']);
    expect(latestReport(dataset).date).toBe('2023-01-09');
    expect(dataset.items).toHaveLength(6);
  });

  it('adds its mentions to the same items, after those of the year before', () => {
    const bridge = dataset.items.find(({ id }) => id === 'north-bridge');
    expect(bridge?.mentions.map(({ report, year, tense }) => [report, year, tense])).toEqual([
      ['testville-2022', 2021, 'review'],
      ['testville-2022', 2022, 'plan'],
      ['testville-2023', 2022, 'review'],
    ]);
  });

  it('decides the progress, also where the plan of the year before spoke of the same year', () => {
    const progress = (id: string) => dataset.items.find((item) => item.id === id)?.progress;
    expect(progress('north-bridge')).toBe('completed');
    expect(progress('new-plant')).toBe('completed');
    expect(progress('schools')).toBe('planned');
  });

  it('may look ahead before it looks back: the later year decides all the same', () => {
    const files = {
      ...withNext,
      [`${next}/report.txt`]:
        '二、2023年工作安排\n北渡大桥开始收费。\n一、2022年工作回顾\n北渡大桥提前通车，港区码头即将完工。\n',
      [`${next}/report.yaml`]: `${(withNext[`${next}/report.yaml`] ?? '').split('outline:')[0]}outline:
  - { id: plan, heading: 二、2023年工作安排, titleEn: Plan, level: 1, year: 2023, tense: plan }
  - { id: review, heading: 一、2022年工作回顾, titleEn: Review, level: 1, year: 2022, tense: review }
`,
      [`${next}/mentions/plan.yaml`]:
        '- { item: north-bridge, quote: 北渡大桥开始收费, progress: standing }\n',
    };
    expect(datasetOf(files).items.find(({ id }) => id === 'north-bridge')?.progress).toBe('standing');
  });

  it('has its deck offered first', () => {
    expect(dataset.decks.map(({ id }) => id)).toEqual(['tour-2023', 'tour']);
  });

  it('may not use the id of a deck again, by which links are told apart', () => {
    const problems = problemsOf({ ...withNext, [`${next}/deck.yaml`]: goodFiles[deck] ?? '' });
    expect(problems).toMatchObject([{ item: 'tour', message: expect.stringMatching(/two decks/u) }]);
  });

  it('may not say figures or quote words in its deck that only the report of another year has', () => {
    const other = (withNext[`${next}/deck.yaml`] ?? '')
      .replace('text: 全部事项', 'text: 新建12所学校')
      .replace('notes: 先看大桥', 'quote: 港区码头开工');
    expect(problemsOf({ ...withNext, [`${next}/deck.yaml`]: other })).toMatchObject([
      { file: `${next}/deck.yaml`, item: 'whole', message: expect.stringMatching(/figure 12 /u) },
      { file: `${next}/deck.yaml`, item: 'bridge', message: expect.stringMatching(/not in the report/u) },
    ]);
  });

  it('does not find its quotes in the report of another year', () => {
    const files = replaced(withNext, `${next}/mentions/all.yaml`, '港区码头即将完工', '港区码头开工');
    expect(problemsOf(files)).toMatchObject([{ file: `${next}/mentions/all.yaml`, item: 'quay' }]);
  });
});

describe('a figure stands in its quote', () => {
  const figure = (value: number, unit: string, words?: string) => ({
    label: '数',
    labelEn: 'Number',
    value,
    unit,
    unitEn: '',
    text: words,
    measure: undefined,
  });

  it('as a whole number, not as the end or the beginning of another', () => {
    expect(checkFigure(figure(50, '亿元'), '总投资50亿元')).toBeNull();
    expect(checkFigure(figure(50, '亿元'), '总投资150亿元')).not.toBeNull();
    expect(checkFigure(figure(5, '亿元'), '总投资1.5亿元')).not.toBeNull();
    expect(checkFigure(figure(12, ''), '共123所')).not.toBeNull();
    expect(checkFigure(figure(12, ''), '共12.5亩')).not.toBeNull();
  });

  it('also where the same digits stand earlier inside another number', () => {
    expect(checkFigure(figure(50, '亿元'), '150亿元中的50亿元')).toBeNull();
  });

  it('over blanks around digits', () => {
    expect(checkFigure(figure(110, '亿元'), '降低成本 110 亿元')).toBeNull();
  });

  it('in the words of the report where these are given', () => {
    expect(checkFigure(figure(1000, '亿元', '千亿元'), '旅游总收入突破千亿元')).toBeNull();
    expect(checkFigure(figure(1000, '亿元'), '旅游总收入突破千亿元')).not.toBeNull();
  });

  it('exactly when number and unit are written there, for every number', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99999 }),
        fc.integer({ min: 0, max: 99999 }),
        (value, written) => {
          const found = checkFigure(figure(value, '万元'), `投资${written}万元。`) === null;
          expect(found).toBe(value === written);
        },
      ),
    );
  });
});
