import { describe, expect, it } from 'vitest';
import { fileName } from './file-name.ts';
import type { HandoutPage } from './handout.ts';
import { pngSizes } from './png-sizes.ts';
import { scaleBar } from './scale-bar.ts';
import { footerBox, pictureBox, placeNotes, placeTexts, sheetSizes } from './slide-layout.ts';
import { textHeight } from './text-fit.ts';

const sentence = '大桥合龙，道路贯通，新厂投产。';
const page = (repeats: number, part: Partial<HandoutPage> = {}): HandoutPage => ({
  role: 'scene',
  title: '一个标题',
  text: sentence.repeat(repeats),
  quote: { text: sentence, source: '——报告' },
  notes: sentence.repeat(repeats),
  ...part,
});
const formats = Object.keys(sheetSizes) as (keyof typeof sheetSizes)[];

describe.each(formats)('a page of format %s', (format) => {
  it.each([1, 8, 30])(
    'has its texts one below the other, above the footer and beside the map (%d)',
    (repeats) => {
      for (const role of ['title', 'scene', 'closing'] as const) {
        const texts = placeTexts(page(repeats, { role }), format);
        expect(texts.map(({ kind }) => kind)).toEqual(['title', 'text', 'quote', 'source']);
        let bottom = 0;
        for (const { y, h, x, w } of texts) {
          expect(y).toBeGreaterThanOrEqual(bottom);
          expect(x + w).toBeLessThan(pictureBox(format, role).x);
          bottom = y + h;
        }
        expect(bottom).toBeLessThanOrEqual(footerBox(format, role).y);
      }
    },
  );

  it('sets long texts smaller, and short ones no larger than others', () => {
    const size = (repeats: number) => placeTexts(page(repeats), format)[1]?.size ?? 0;
    expect(size(1)).toBe(size(2));
    expect(size(30)).toBeLessThan(size(2));
  });

  it('keeps map and footer within the sheet', () => {
    const { width, height } = sheetSizes[format];
    for (const role of ['title', 'scene', 'closing'] as const)
      for (const { x, y, w, h } of [pictureBox(format, role), footerBox(format, role)]) {
        expect(x + w).toBeLessThanOrEqual(width + 1e-9);
        expect(y + h).toBeLessThanOrEqual(height + 1e-9);
      }
  });
});

it('puts notes under the map only where a page has a place for them', () => {
  expect(placeNotes(page(3), 'page')).toBeNull();
  expect(placeNotes(page(3, { notes: '' }), 'page-with-notes')).toBeNull();
  const notes = placeNotes(page(20), 'page-with-notes');
  const map = pictureBox('page-with-notes', 'scene');
  expect(notes?.y).toBeGreaterThan(map.y + map.h);
  expect((notes?.y ?? 0) + (notes?.h ?? 0)).toBeLessThanOrEqual(footerBox('page-with-notes', 'scene').y);
});

it('counts the lines that a text takes', () => {
  const setting = { size: 10, leading: 15 };
  expect(textHeight('', 100, setting)).toBe(0);
  expect(textHeight('一二三', 100, setting)).toBe(15);
  expect(textHeight('一二三四五六七八九十一二', 100, setting)).toBe(30);
  expect(textHeight('一\n二\n三', 100, setting)).toBe(45);
});

describe('a scale bar', () => {
  it.each([
    [10, 110, 1000],
    [45, 110, 2000],
    [60, 110, 5000],
    [0.9, 110, 50],
  ])('at %d m to a pixel is a round distance no longer than it may be', (perPixel, most, meters) => {
    const bar = scaleBar(perPixel, most);
    expect(bar.meters).toBe(meters);
    expect(bar.length).toBeCloseTo(meters / perPixel);
    expect(bar.length).toBeLessThanOrEqual(most);
  });
});

describe('the sizes of a picture', () => {
  it('are the screen’s, two and four times as fine', () => {
    const { options } = pngSizes({ width: 1440, height: 900 });
    expect(options.map(({ width, height, possible }) => [width, height, possible])).toEqual([
      [1440, 900, true],
      [2880, 1800, true],
      [5760, 3600, true],
    ]);
  });

  it('are refused above what a canvas can have', () => {
    const { options } = pngSizes({ width: 3840, height: 2160 });
    expect(options.map(({ possible }) => possible)).toEqual([true, true, false]);
  });

  it('leave room for the legend on a phone', () => {
    expect(pngSizes({ width: 390, height: 844 })).toMatchObject({ width: 800, height: 844 });
  });
});

describe('a file name', () => {
  it('is the subject and the date', () => {
    expect(fileName('东市、交通', '2022-01-08', 'csv')).toBe('东市、交通 2022-01-08.csv');
  });

  it('leaves out what file systems refuse', () => {
    expect(fileName('../a<b>:"c"|?*\u0000\u202e/..', '2022-01-08', 'csv')).toMatch(/^[^<>:"/\\|?*]+\.csv$/u);
    expect(fileName('///', '2022-01-08', 'csv')).toBe('atlas 2022-01-08.csv');
    expect(fileName('长'.repeat(300), '2022-01-08', 'csv').length).toBeLessThan(100);
  });
});
