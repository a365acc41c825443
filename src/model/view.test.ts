import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testCity, testDataset, testItem, testPlace } from '../testing/atlas.ts';
import type { Bounds, Dataset } from './dataset.ts';
import { cameraTarget, defaultView, framedArea, nearestZoom, type View } from './view.ts';

const view = (part: Partial<View> = {}): View => ({ ...defaultView, ...part });

describe('the framed area', () => {
  it('is the one district or zone that is chosen', () => {
    expect(framedArea({ district: ['east'] }, testDataset)).toBe('east');
    expect(framedArea({ district: ['harbour'], sector: ['transport'] }, testDataset)).toBe('harbour');
  });

  it('is none for none, for several, or for a group that is no place', () => {
    expect(framedArea({}, testDataset)).toBeNull();
    expect(framedArea({ district: [] }, testDataset)).toBeNull();
    expect(framedArea({ district: ['east', 'west'] }, testDataset)).toBeNull();
    expect(framedArea({ district: ['unlocated'] }, testDataset)).toBeNull();
  });
});

describe('the camera', () => {
  const target = (part: Partial<View>, dataset: Dataset = testDataset) => cameraTarget(view(part), dataset);
  const contains = (outer: Bounds, inner: Bounds) =>
    outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3];

  it('shows the whole city at first', () => {
    expect(target({})).toEqual({ bounds: testCity.bounds, maxZoom: nearestZoom });
  });

  it('shows the chosen district or zone', () => {
    expect(target({ filters: { district: ['east'] } }).bounds).toEqual(testCity.districts[2]?.bounds);
    expect(target({ filters: { district: ['harbour'] } }).bounds).toEqual(testCity.zones[0]?.bounds);
  });

  it('shows the whole city for several districts and for what has no place', () => {
    expect(target({ filters: { district: ['east', 'west'] } }).bounds).toEqual(testCity.bounds);
    expect(target({ filters: { district: ['unlocated'] } }).bounds).toEqual(testCity.bounds);
  });

  it('stays exactly where the person put it', () => {
    const bounds: Bounds = [10.61, 40.81, 10.72, 40.9];
    expect(target({ camera: { kind: 'bounds', bounds }, filters: { district: ['east'] } }).bounds).toEqual(
      bounds,
    );
  });

  it('shows an item with its surroundings and does not go as near as it could', () => {
    const { bounds, maxZoom } = target({ camera: { kind: 'item', item: 'plant' } });
    expect(bounds[3] - bounds[1]).toBeCloseTo(0.07, 5);
    expect(contains(bounds, testDataset.items[0]?.place.bounds ?? [0, 0, 0, 0])).toBe(true);
    expect(maxZoom).toBeLessThan(nearestZoom);
  });

  it('does not narrow down the frame of a large item', () => {
    const box: Bounds = [10.2, 40.2, 11.2, 41.2];
    const line = testItem('line', { place: testPlace([10.7, 40.9], { bounds: box }) });
    const dataset = { ...testDataset, items: [line] };
    expect(target({ camera: { kind: 'item', item: 'line' } }, dataset).bounds).toEqual(box);
  });

  it('falls back to what the filters ask for when the item has no place', () => {
    const filters = { district: ['east'] };
    expect(target({ camera: { kind: 'item', item: 'lost' }, filters })).toEqual(target({ filters }));
    expect(target({ camera: { kind: 'item', item: 'gone' } })).toEqual(target({}));
  });

  it('shows all of the items that a scene or link asks for', () => {
    const { bounds } = target({ filters: { items: ['plant', 'bridge', 'lost'] } });
    for (const item of testDataset.items.filter(({ id }) => id === 'plant' || id === 'bridge'))
      expect(item.place.bounds && contains(bounds, item.place.bounds)).toBe(true);
  });

  it('shows the whole city when none of the items asked for has a place', () => {
    expect(target({ filters: { items: ['lost', 'insurance'] } }).bounds).toEqual(testCity.bounds);
  });

  it('always asks for a real box', () => {
    const views = fc.record({
      district: fc.subarray(['west', 'middle', 'east', 'harbour', 'urban', 'city', 'unlocated']),
      items: fc.subarray(testDataset.items.map((item) => item.id)),
      camera: fc.constantFrom<View['camera']>(
        { kind: 'auto' },
        { kind: 'item', item: 'plant' },
        { kind: 'item', item: 'lost' },
      ),
    });
    fc.assert(
      fc.property(views, ({ camera, ...filters }) => {
        const { bounds } = target({ camera, filters });
        expect(bounds[0]).toBeLessThan(bounds[2]);
        expect(bounds[1]).toBeLessThan(bounds[3]);
      }),
    );
  });
});
