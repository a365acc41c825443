/** A whole valid data folder of a made-up city for tests: two square districts, one report, a handful of items. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Compiled, compile } from './compile.ts';

/** The files of a data folder: text by path. */
export type Files = Readonly<Record<string, string>>;

const square = (west: number, properties: object) => ({
  type: 'Feature',
  properties,
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, 32],
        [west + 0.2, 32],
        [west + 0.2, 32.2],
        [west, 32.2],
        [west, 32],
      ],
    ],
  },
});

const town = (name: string, coordinates: number[]) => ({
  type: 'Feature',
  properties: { name, nameEn: name },
  geometry: { type: 'Point', coordinates },
});

const collection = (...features: object[]) =>
  `{"type":"FeatureCollection","features":[\n${features.map((one) => JSON.stringify(one)).join(',\n')}\n]}\n`;

/** A drawn place as its file has it. */
export const drawn = (id: string, geometry: object) =>
  `${JSON.stringify({ type: 'Feature', properties: { id }, geometry }, null, 1)}\n`;

/** Two valid districts, west and east, side by side; a bridge of 9.4 km between them; and one of every kind of place. */
export const goodFiles: Files = {
  'city.yaml': `id: testville
name: 试城市
nameEn: Testville
adcode: "990000"
window: [118.5, 31.5, 120, 32.5]
urban: [west]
districts:
  - { id: west, adcode: "990001", name: 西区, nameEn: West }
  - { id: east, adcode: "990002", name: 东区, nameEn: East }
zones:
  - id: harbour
    name: 港区
    nameEn: Harbour
    within: west
    towns: [甲镇, 乙镇]
`,
  'base/boundaries.geojson': collection(
    square(119, { adcode: '990001', name: '西区' }),
    square(119.2, { adcode: '990002', name: '东区' }),
  ),
  'base/neighbours.geojson': collection(),
  'base/water.geojson': collection(),
  'base/rail.geojson': collection(),
  'base/roads.geojson': collection(),
  'base/towns.geojson': collection(town('甲镇', [119.05, 32.05]), town('乙镇', [119.08, 32.06])),
  'base/hills.geojson': collection(),
  'items/works.yaml': `# 工程
- id: new-plant
  name: 新厂项目
  nameEn: New plant
  kind: project
  sector: industry
  subsector: manufacturing
  tags: [new-energy]
  districts: [west]
  place:
    precision: site
    radius: 200
    point: [119.1, 32.1]
    basis: &known
      method: public-source
      note: 公开资料写明
      noteEn: As published

- id: north-bridge
  name: 北渡大桥
  nameEn: North bridge
  aliases: [北桥]
  kind: infrastructure
  sector: transport
  subsector: road
  districts: [east, west]
  lengthKm: [9, 10]
  place:
    precision: site
    radius: 100
    basis: *known

- id: quay
  name: 港区码头
  nameEn: Quay
  kind: infrastructure
  sector: transport
  subsector: port
  districts: [west]
  zone: harbour
  place:
    precision: zone
    radius: 2000
    point: [119.06, 32.05]
    basis: *known
`,
  'items/life.yaml': `- id: schools
  name: 新建学校
  nameEn: New schools
  kind: programme
  sector: livelihood
  subsector: education
  districts: city
  place:
    precision: city
    basis:
      method: report
      note: 面向全市
      noteEn: For the whole city

- id: waste-plant
  name: 固废危废处理厂
  nameEn: Waste plant
  kind: infrastructure
  sector: utilities
  subsector: waste
  districts: unknown
  place:
    precision: unknown
    basis:
      method: report
      note: 未能查明
      noteEn: Could not be found out

- id: better-service
  name: 加强服务
  nameEn: Better service
  kind: programme
  sector: livelihood
  subsector: public-services
  districts: [east]
  place:
    precision: district
    basis:
      method: report
      note: 东区全区
      noteEn: All of East
`,
  'places/north-bridge.geojson': drawn('north-bridge', {
    type: 'LineString',
    coordinates: [
      [119.15, 32.1],
      [119.25, 32.1],
    ],
  }),
  'reports/testville-2022/report.txt': `

2022年试城市人民政府工作报告

——2022年1月8日

一、2021 年工作回顾

重点工程。总投资 50 亿元的新厂项目竣工。北渡大桥主

桥合龙，港区码头开工。

改善民生。新建 12 所学校，固废废废处理厂投产。加强服务。加强服务。
社区更加和谐。

二、2022年工作安排

一、继续推进工程

北渡大桥建成通车。

1.在民生上实现新突破。继续努力。

港区加强服务。

今年，办好2项实事。

1. 新建三所学校。

2.修好道路。
`,
  'reports/testville-2022/report.yaml': `title: 2022年试城市政府工作报告
titleEn: Report 2022
issuer: 试城市人民政府
issuerEn: Government of Testville
date: "2022-01-08"
source: 按收到时原样保存
errata:
  - { printed: 固废废废, read: 固废危废 }
continuations:
  - 社区更加
outline:
  - { id: review, heading: 一、2021年工作回顾, titleEn: Review, level: 1, year: 2021, tense: review }
  - { id: plan, heading: 二、2022年工作安排, titleEn: Plan, level: 1, year: 2022, tense: plan }
  - { id: plan-works, heading: 一、继续推进工程, titleEn: Works, level: 2 }
  - { id: plan-life, heading: 1.在民生上实现新突破, title: 民生, titleEn: Life, level: 3, runIn: true }
  - { id: promises, heading: 今年，办好2项实事。, title: 实事, titleEn: Promises, level: 3, runIn: true }
`,
  'reports/testville-2022/mentions/review.yaml': `- item: new-plant
  quote: 总投资50亿元的新厂项目竣工
  progress: completed
  figures:
    - { label: 总投资, labelEn: Total, value: 50, unit: 亿元, unitEn: CNY 100 million, measure: investment-total }
- item: north-bridge
  quote: 北渡大桥主桥合龙
  progress: under-way
- item: quay
  quote: 港区码头开工
  progress: under-way
- item: schools
  quote: 新建12所学校
  progress: completed
  figures:
    - { label: 学校, labelEn: Schools, value: 12, unit: 所 }
- item: waste-plant
  quote: 固废危废处理厂投产
  progress: completed
`,
  // Before the other file by name, so that only the year can bring its mentions to the end.
  'reports/testville-2022/mentions/plan.yaml': `- item: north-bridge
  quote: 北渡大桥建成通车
  progress: planned
- item: better-service
  quote: 加强服务
  paragraph: 港区
  progress: planned
- item: schools
  quote: 新建三所学校
  progress: planned
  figures:
    - { label: 学校, labelEn: Schools, value: 3, unit: 所, text: 三所 }
`,
  'reports/testville-2022/deck.yaml': `id: tour
title: 一览
titleEn: Tour
scenes:
  - id: whole
    role: title
    title: 全市
    titleEn: All
    text: 全部事项
    textEn: Everything
  - id: bridge
    title: 大桥
    titleEn: Bridge
    text: 大桥
    textEn: The bridge
    notes: 先看大桥
    view:
      sector: [transport]
      district: [east]
      items: [north-bridge, quay]
      item: north-bridge
      bounds: [119, 32, 119.4, 32.2]
  - id: end
    role: closing
    title: 结束
    titleEn: The end
    text: 谢谢
    textEn: Thank you
`,
};

/** The files with one stretch of one of them replaced. It must stand there exactly once. */
export function replaced(files: Files, path: string, from: string, to: string): Files {
  const text = files[path] ?? '';
  if (text.split(from).length !== 2) throw new Error(`${path} does not hold exactly once: ${from}`);
  return { ...files, [path]: text.replace(from, () => to) };
}

/** The files without one of them. */
export function without(files: Files, path: string): Files {
  const { [path]: _, ...rest } = files;
  return rest;
}

/** The number of the line on which a text begins; it must stand there exactly once. */
export function lineOf(files: Files, path: string, text: string): number {
  const [before, ...after] = (files[path] ?? '').split(text);
  if (before === undefined || after.length !== 1)
    throw new Error(`${path} does not hold exactly once: ${text}`);
  return before.split('\n').length;
}

/** Uses the files as a folder on disk, which is gone afterwards. */
export function inFolder<T>(files: Files, use: (root: string) => T): T {
  const root = mkdtempSync(join(tmpdir(), 'atlas-data-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return use(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Compiles the files as a folder on disk. */
export function compileFiles(files: Files): Compiled {
  return inFolder(files, compile);
}
