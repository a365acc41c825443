import { describe, expect, it } from 'vitest';
import { themeTokens } from '../drawing/tokens.ts';
import { testItem } from '../testing/atlas.ts';
import { sameLooks } from './looks.ts';
import { cameraKey, changesBetween, type Wanted } from './wanted.ts';

const items = [testItem('plant'), testItem('bridge')];
const nothing = { top: 0, right: 0, bottom: 0, left: 0 };
const wanted: Wanted = {
  items,
  selected: null,
  hovered: null,
  focused: null,
  framedDistricts: [],
  shades: null,
  camera: {
    bounds: [10.6, 40.8, 11.2, 41],
    maxZoom: 14,
    padding: nothing,
  },
  covered: nothing,
  language: 'zh',
  tokens: themeTokens.light,
  basemap: null,
  scale: 1,
};
const changesWith = (part: Partial<Wanted>) => changesBetween(wanted, { ...wanted, ...part });
const camera = (part: Partial<Wanted['camera']>): Partial<Wanted> => ({
  camera: { ...wanted.camera, ...part },
});

describe('the changes between two wanted states of the map', () => {
  it('are everything at first, the style before what lies on it', () => {
    expect(changesBetween(null, wanted)).toEqual([
      'style',
      'basemap',
      'items',
      'selection',
      'hover',
      'focus',
      'frame',
      'shades',
      'camera',
    ]);
  });

  it('are none when nothing changed', () => {
    expect(changesBetween(wanted, wanted)).toEqual([]);
    expect(changesWith({})).toEqual([]);
  });

  it('are one alone for a selection, a hover, a focus, a frame, shades, a camera, a basemap', () => {
    const choice = { kind: 'listed', id: 'streets' } as const;
    const basemap = { choice, credits: '', source: { kind: 'raster', layers: [] } } as const;
    expect(changesWith({ basemap })).toEqual(['basemap']);
    expect(changesWith({ selected: 'plant' })).toEqual(['selection']);
    expect(changesWith({ hovered: 'plant' })).toEqual(['hover']);
    expect(changesWith({ focused: 'plant' })).toEqual(['focus']);
    expect(changesWith({ framedDistricts: ['east'] })).toEqual(['frame']);
    expect(changesWith({ shades: new Map([['east', 1]]) })).toEqual(['shades']);
    expect(changesWith(camera({ bounds: [10.7, 40.8, 11.2, 41] }))).toEqual(['camera']);
  });

  it('tell selection, hover and focus again with new items, because new marks know none of them', () => {
    expect(changesWith({ items: [...items] })).toEqual(['items', 'selection', 'hover', 'focus']);
  });

  it.each([
    ['other colours', { tokens: themeTokens.dark }],
    ['another language', { language: 'en' as const }],
    ['another room', { scale: 2 }],
  ])('draw everything anew for %s, but leave the camera where it is', (_name, part) => {
    expect(changesWith(part)).toEqual([
      'style',
      'basemap',
      'items',
      'selection',
      'hover',
      'focus',
      'frame',
      'shades',
    ]);
    expect(sameLooks(wanted, { ...wanted, ...part })).toBe(false);
  });

  it('are each named once when everything changes at once', () => {
    const changes = changesWith({
      items: [],
      selected: 'a',
      hovered: 'b',
      framedDistricts: ['east'],
      language: 'en',
      ...camera({ maxZoom: 12 }),
    });
    expect(changes).toEqual([
      'style',
      'basemap',
      'items',
      'selection',
      'hover',
      'focus',
      'frame',
      'shades',
      'camera',
    ]);
  });

  it('do not move the map when a panel covers it, unless the free space of the camera changes too', () => {
    const covered = { ...nothing, right: 320 };
    expect(changesWith({ covered })).toEqual([]);
    expect(changesWith({ covered, ...camera({ padding: covered }) })).toEqual(['camera']);
  });

  it('do not count a new list of the same districts, or a new camera object, as a change', () => {
    expect(changesWith({ framedDistricts: [...wanted.framedDistricts] })).toEqual([]);
    expect(changesWith(camera({ bounds: [10.6, 40.8, 11.2, 41] }))).toEqual([]);
    const other: Wanted = { ...wanted, items: [], selected: 'a' };
    expect(sameLooks(wanted, other)).toBe(true);
  });
});

describe('a camera as a key', () => {
  const key = (part: Partial<Wanted['camera']>) => cameraKey({ ...wanted.camera, ...part });

  it('differs by bounds, nearest zoom and each side of the free space', () => {
    const { padding } = wanted.camera;
    const keys = [
      key({}),
      key({ bounds: [10.61, 40.8, 11.2, 41] }),
      key({ bounds: [10.6, 40.8, 11.2, 41.001] }),
      key({ maxZoom: 12 }),
      key({ padding: { ...padding, top: 1 } }),
      key({ padding: { ...padding, right: 1 } }),
      key({ padding: { ...padding, bottom: 1 } }),
      key({ padding: { ...padding, left: 1 } }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('is the same for bounds that differ by less than a metre', () => {
    expect(key({ bounds: [10.600001, 40.8, 11.2, 41] })).toBe(key({}));
  });
});
