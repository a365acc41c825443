import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Deck, Scene } from '../model/dataset.ts';
import { testDataset, testDeck } from '../testing/atlas.ts';
import { type Handout, handoutOf } from './handout.ts';
import { buildPptx, slideFaces } from './pptx.ts';
import { type SlideFormat, sheetSizes } from './slide-layout.ts';

/** The smallest PNG there is: one pixel. */
const pixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

const hostile = `<script>"O'Neil" & ]]></a:t> \u0007\u000b\ud800 终`;
const escaped = '&lt;script&gt;&quot;O&apos;Neil&quot; &amp; ]]&gt;&lt;/a:t&gt;  终';

const [first, second] = testDeck.scenes as [Scene, Scene, ...Scene[]];
const deck: Deck = {
  ...testDeck,
  title: hostile,
  scenes: [
    { ...first, role: 'title', title: '封面', notes: '' },
    {
      ...second,
      title: hostile,
      text: hostile,
      notes: `第一段 ${hostile}\r\n第二段`,
      quote: { report: 'report-1', paragraph: 'p1', start: 5, end: 9 },
    },
    { ...first, id: 'gone', quote: { report: 'report-1', paragraph: 'p99', start: 0, end: 4 } },
    { ...first, id: 'last', role: 'closing', title: '结语' },
  ],
};
const handout = handoutOf(deck, testDataset, 'zh', ['示意图', '审图号：（未申请）', hostile]);

/** The parts of a file by path; pictures as their sizes. */
async function partsOf(made: Handout, format: SlideFormat): Promise<Record<string, string>> {
  const file = await buildPptx(made, [pixel, pixel, null, pixel], format);
  return Object.fromEntries(
    Object.entries(unzipSync(file)).map(([path, content]) => [path, strFromU8(content)]),
  );
}

const numbered = (parts: Record<string, string>, pattern: RegExp) =>
  Object.keys(parts).filter((path) => pattern.test(path));

describe.each(['wide', 'standard'] as const)('the %s slides of a deck', (format) => {
  let parts: Record<string, string>;
  const slide = (number: number) => parts[`ppt/slides/slide${number}.xml`] ?? '';
  const notes = (number: number) => parts[`ppt/notesSlides/notesSlide${number}.xml`] ?? '';
  beforeAll(async () => {
    parts = await partsOf(handout, format);
  });

  it('are one for each scene, with notes, and have a picture where one was given', () => {
    expect(numbered(parts, /^ppt\/slides\/slide\d+\.xml$/u)).toHaveLength(4);
    expect(numbered(parts, /^ppt\/notesSlides\/notesSlide\d+\.xml$/u)).toHaveLength(4);
    expect(numbered(parts, /^ppt\/media\/.+\.png$/u)).toHaveLength(3);
    const withPicture = [1, 2, 3, 4].filter((number) => slide(number).includes('<p:pic>'));
    expect(withPicture).toEqual([1, 2, 4]);
  });

  it('have the size of their format', () => {
    const emu = (inches: number) => Math.round(inches * 914400);
    const { width, height } = sheetSizes[format];
    expect(parts['ppt/presentation.xml']).toMatch(
      new RegExp(`<p:sldSz cx="${emu(width)}" cy="${emu(height)}"`, 'u'),
    );
  });

  it('say title, text, quote, its place and the stamp in text boxes', () => {
    expect(slide(2)).toContain('<a:t>“大桥合龙”</a:t>');
    expect(slide(2)).toContain('段落 p1</a:t>');
    expect(slide(2)).toContain('据 2022年1月8日 报告');
    expect(slide(2)).toContain('审图号：（未申请）');
    expect(slide(2)).toContain('<a:t>2 / 4</a:t>');
    expect(slide(1)).toContain('<a:t>封面</a:t>');
    expect(slide(4)).toContain('<a:t>结语</a:t>');
    expect(slide(1).match(/<p:ph [^>]*type="title"/gu)).toHaveLength(1);
  });

  it('leave out a quote whose paragraph is gone', () => {
    expect(slide(3)).not.toContain('段落');
    expect(slide(3)).not.toContain('“”');
  });

  it('keep hostile texts texts', () => {
    expect(slide(2).split(`<a:t>${escaped}</a:t>`)).toHaveLength(3);
    for (const [path, content] of Object.entries(parts)) {
      if (!path.endsWith('.xml') && !path.endsWith('.rels')) continue;
      expect(content, path).not.toContain('<script');
      // biome-ignore lint/suspicious/noControlCharactersInRegex: just these break the file
      expect(content, path).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/u);
      expect(wellFormed(content), path).toBe(true);
    }
  });

  it('write every line of the notes as a paragraph', () => {
    expect(notes(2)).toContain(`<a:t>第一段 ${escaped}</a:t></a:r>`);
    expect(notes(2)).toContain('<a:t>第二段</a:t></a:r>');
    expect(notes(2).match(/lang="zh-CN"/gu)?.length).toBeGreaterThanOrEqual(2);
  });

  it('are set in Chinese faces and marked as Chinese', () => {
    const faces = new Set(
      [1, 2, 3, 4].flatMap((number) =>
        [...slide(number).matchAll(/<a:(?:ea|latin) typeface="([^"]+)"/gu)].map(([, face]) => face),
      ),
    );
    expect([...faces].sort()).toEqual([slideFaces.sans, slideFaces.song].sort());
    expect(slide(2)).not.toMatch(/<a:rPr lang="en-US"/u);
  });

  it('keep every text within the slide', () => {
    const [, cx = '', cy = ''] =
      /<p:sldSz cx="(\d+)" cy="(\d+)"/u.exec(parts['ppt/presentation.xml'] ?? '') ?? [];
    for (const number of [1, 2, 3, 4])
      for (const [, x, y, w, h] of slide(number).matchAll(
        /<a:off x="(\d+)" y="(\d+)"\/><a:ext cx="(\d+)" cy="(\d+)"\/>/gu,
      )) {
        expect(Number(x) + Number(w)).toBeLessThanOrEqual(Number(cx));
        expect(Number(y) + Number(h)).toBeLessThanOrEqual(Number(cy));
      }
  });
});

/** Whether every tag that is opened is closed, in order. */
function wellFormed(xml: string): boolean {
  const open: string[] = [];
  for (const [, end, name = '', alone] of xml.matchAll(
    /<(\/?)([A-Za-z][\w:.-]*)(?:\s+[\w:.-]+="[^"<]*")*\s*(\/?)>/gu,
  )) {
    if (alone) continue;
    if (!end) open.push(name);
    else if (open.pop() !== name) return false;
  }
  return open.length === 0;
}
