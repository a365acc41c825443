import { describe, expect, it } from 'vitest';
import type { Item } from '../../src/model/dataset.ts';
import { testItem, testPlace } from '../../src/testing/atlas.ts';
import { unexplainedSpots } from './shared-spots.ts';

const at = (id: string, lng: number): Item =>
  testItem(id, {
    name: `名${id}`,
    place: testPlace([lng, 32]),
  });
const note = (text: string) => ({ note: text, noteEn: text });

describe('two items on one spot', () => {
  it('are named when neither basis names the other', () => {
    const found = unexplainedSpots([at('a', 119), at('b', 119)], { a: note('厂区'), b: note('厂区') });
    expect(found.map(({ item, other }) => [item.id, other.id])).toEqual([['a', 'b']]);
  });

  it('are explained when one basis names the other', () => {
    expect(unexplainedSpots([at('a', 119), at('b', 119)], { a: note('与名b同址'), b: note('厂区') })).toEqual(
      [],
    );
  });

  it('need no explanation a hundred metres apart', () => {
    expect(unexplainedSpots([at('a', 119), at('b', 119.0012)], { a: note('厂区'), b: note('厂区') })).toEqual(
      [],
    );
  });
});
