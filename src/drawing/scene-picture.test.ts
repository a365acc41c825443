import { describe, expect, it } from 'vitest';
import { testCity, testItem, testPlace } from '../testing/atlas.ts';
import { picturedItems, pictureFrame } from './scene-picture.ts';
import { sheetOf } from './still-map-sheet.ts';

const sheet = sheetOf(testCity.bounds, testCity.window);

describe('the frame of a picture', () => {
  it('has the ratio that is asked for and holds the box', () => {
    for (const ratio of [16 / 9, 4 / 3, 0.5]) {
      const box = [10.6, 40.8, 10.7, 40.95] as const;
      const frame = pictureFrame(sheet, [...box], ratio);
      expect(frame.width / frame.height).toBeCloseTo(ratio, 6);
      for (const [x, y] of [sheet.at([box[0], box[3]]), sheet.at([box[2], box[1]])]) {
        expect(x).toBeGreaterThan(frame.x);
        expect(x).toBeLessThan(frame.x + frame.width);
        expect(y).toBeGreaterThan(frame.y);
        expect(y).toBeLessThan(frame.y + frame.height);
      }
    }
  });
});

describe('the items of a picture', () => {
  it('are those with a place of their own', () => {
    const items = [
      testItem('here', { place: testPlace([10.6, 40.9]) }),
      testItem('lost', { place: testPlace(null) }),
    ];
    expect(picturedItems(sheet, items)).toMatchObject([{ id: 'here', path: '', at: sheet.at([10.6, 40.9]) }]);
  });
});
