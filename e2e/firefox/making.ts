import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { lookOf } from '../picture-look.ts';
import { type Check, everywhere } from './check.ts';
import { expect, itemsOf, type Visit } from './visit.ts';

/** The dialog of decks, opened, and the deck of this name in it. */
async function decks(visit: Visit): Promise<(title: string) => ReturnType<Visit['find']>> {
  const dialog = visit.find('dialog', '演示');
  await visit.inBar('演示').click();
  await dialog.shown();
  return (title) => dialog.find('listitem', new RegExp(`^${title}`, 'u'));
}

/** Decks of one's own, and everything that can be taken along as a file. */
export const making: readonly Check[] = [
  {
    says: 'two views become a deck, which is renamed, kept, taken out as a file and brought in again',
    on: everywhere,
    async run(visit) {
      await visit.openSettled();
      await visit.option('丹阳市').click();
      await visit.find('button', '把当前视图加入演示').click();
      await visit.find('status', /已加入《我的演示 1》第 1 页/).shown();
      await visit.option('丹阳市').click();
      await visit.option('交通').click();
      await visit.find('button', '把当前视图加入演示').click();
      await visit.find('status', /已加入《我的演示 1》第 2 页/).shown();

      let deck = await decks(visit);
      await deck('我的演示 1').find('button', '编辑').click();
      const editor = visit.find('dialog', /^编辑：/);
      await editor.find('navigation', '各页').find('listitem').counts(2);
      await editor.find('textbox', '演示标题').type('给代表团');
      await editor.says('已保存');
      await visit.reload();
      await visit.settled();
      deck = await decks(visit);
      await deck('给代表团').says('2 页');

      await deck('给代表团').find('button', '更多').click();
      const { content } = await visit.download(deck('给代表团').find('button', '导出文件'), '.json');
      const written = JSON.parse(content.toString('utf8')) as {
        decks: { title: string; scenes: { view: unknown }[] }[];
      };
      const views = JSON.stringify(written.decks[0]?.scenes.map(({ view }) => view));
      expect(
        `the file holds both views: ${views}`,
        views === '[{"district":["danyang"]},{"sector":["transport"]}]',
      );
      await deck('给代表团').find('button', '删除').click();
      await deck('给代表团').gone();
      const file = join(visit.folder, 'decks.json');
      writeFileSync(file, content);
      const chooser = visit.page.waitForFileChooser();
      await visit.find('dialog', '演示').find('button', '导入文件').click();
      await (await chooser).accept([file]);
      await visit.find('dialog', '演示').says('已导入 1 个演示');
      await deck('给代表团').says('2 页');
    },
  },
  {
    says: 'CSV, Excel and GeoJSON hold just what is filtered',
    on: everywhere,
    async run(visit) {
      await visit.openSettled('sector=transport&district=danyang&v=1');
      const expected = itemsOf(visit.items, { district: '321181', sector: 'transport' });
      await visit.shows(expected);
      const ids = expected.map(({ properties: { id } }) => id).sort();
      await visit.find('button', '导出').click();
      const dialog = visit.find('dialog', '导出当前筛选');

      const csv = await visit.download(dialog.find('button', /^CSV/), '.csv');
      expect(`a name that tells what is inside: ${csv.name}`, /丹阳市.*\.csv$/u.test(csv.name));
      const [, ...rows] = csv.content.toString('utf8').trim().split('\r\n');
      same('CSV', rows.map((row) => row.split(',')[0] ?? '').sort(), ids);
      const geojson = await visit.download(dialog.find('button', /^GeoJSON/), '.geojson');
      const { features } = JSON.parse(geojson.content.toString('utf8')) as {
        features: { properties: { id: string } }[];
      };
      same('GeoJSON', features.map(({ properties: { id } }) => id).sort(), ids);
      const excel = unzipSync((await visit.download(dialog.find('button', /^Excel/), '.xlsx')).content);
      const sheet = Buffer.from(excel['xl/worksheets/sheet1.xml'] ?? []).toString('utf8');
      expect('Excel: a row for each', sheet.match(/<row /gu)?.length === 1 + expected.length);
    },
  },
  {
    says: 'a picture of the map is made, and is not blank',
    on: everywhere,
    async run(visit) {
      await visit.openSettled('district=yangzhong&v=1');
      await visit.find('button', '导出').click();
      const { name, content } = await visit.download(
        visit.find('dialog', '导出当前筛选').find('button', /^PNG 2×/),
        '.png',
      );
      expect(`a name that tells what is on it: ${name}`, name.includes('扬中市'));
      const { width, height, colours } = await lookOf(visit.page, content, {
        x: 0.1,
        y: 0.15,
        w: 0.8,
        h: 0.6,
      });
      expect(`2560 × 1440, not ${width} × ${height}`, width === 2560 && height === 1440);
      expect(`many colours, not ${colours}`, colours > 200);
    },
  },
  {
    says: 'a deck becomes slides, each with a picture that is drawn',
    on: everywhere,
    async run(visit) {
      await visit.openSettled();
      const row = (await decks(visit))('镇江高新区');
      await row.find('button', '更多').click();
      await row.find('button', '讲义').click();
      const scenes = Number(/(\d+) 页/u.exec((await row.shown()).text)?.[1]);
      const parts = unzipSync((await visit.download(row.find('button', 'PPTX 16:9'), '.pptx')).content);
      const named = (pattern: RegExp) => Object.keys(parts).filter((path) => pattern.test(path));
      expect(`${scenes} slides`, named(/^ppt\/slides\/slide\d+\.xml$/u).length === scenes);
      const pictures = named(/^ppt\/media\/.+\.png$/u);
      expect(`${scenes} pictures, not ${pictures.length}`, pictures.length === scenes);
      for (const picture of pictures) {
        const { colours } = await lookOf(visit.page, parts[picture] ?? new Uint8Array());
        expect(`${picture} has ${colours} colours`, colours > 200);
      }
    },
  },
];

function same(what: string, given: readonly string[], wanted: readonly string[]): void {
  expect(`${what}: ${given.join(' ')} instead of ${wanted.join(' ')}`, given.join() === wanted.join());
}
