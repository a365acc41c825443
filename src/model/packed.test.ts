import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pack, unpack } from './packed.ts';

const decimals = 4;
/** Degrees that need no rounding. */
const degrees = (most: number) =>
  fc
    .integer({ min: -most * 10 ** decimals, max: most * 10 ** decimals })
    .map((steps) => steps / 10 ** decimals);
const position = fc.tuple(degrees(180), degrees(90));
const line = fc.array(position, { minLength: 1, maxLength: 30 });
const geometry = fc.oneof(
  fc.record({ type: fc.constant('Point'), coordinates: position }),
  fc.record({ type: fc.constant('LineString'), coordinates: line }),
  fc.record({ type: fc.constant('Polygon'), coordinates: fc.array(line, { maxLength: 3 }) }),
  fc.record({
    type: fc.constant('MultiPolygon'),
    coordinates: fc.array(fc.array(line, { maxLength: 3 }), { maxLength: 3 }),
  }),
);
const feature = fc.record({
  type: fc.constant('Feature'),
  properties: fc.dictionary(fc.string(), fc.jsonValue()),
  geometry: fc.option(geometry),
});

describe('packed coordinates', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.array(feature), (features) => {
        const value = { type: 'FeatureCollection', features };
        expect(unpack(JSON.parse(JSON.stringify(pack(value, decimals))))).toEqual(
          JSON.parse(JSON.stringify(value)),
        );
      }),
    );
  });

  it('are rounded to the decimals asked for', () => {
    const value = {
      type: 'LineString',
      coordinates: [
        [119.123456, 32.000049],
        [119.2, -0.00006],
      ],
    };
    expect(unpack(pack(value, decimals))).toEqual({
      type: 'LineString',
      coordinates: [
        [119.1235, 32],
        [119.2, -0.0001],
      ],
    });
  });

  it('are written as the published algorithm does', () => {
    // The example of Google's description, with its precision of 5 and its order of numbers.
    const value = {
      type: 'LineString',
      coordinates: [
        [38.5, -120.2],
        [40.7, -120.95],
        [43.252, -126.453],
      ],
    };
    expect(pack(value, 5).value).toEqual({ type: 'LineString', coordinates: '_p~iF~ps|U_ulLnnqC_mqNvxq`@' });
  });

  it('leave everything else alone, coordinates of other things too', () => {
    const value = {
      bounds: [1, 2, 3, 4],
      label: [5, 6],
      nothing: null,
      text: '_p~iF',
      place: { type: 'Point', coordinates: [7, 8] },
    };
    expect(pack(value, decimals).value).toEqual(value);
    expect(unpack(pack(value, decimals))).toEqual(value);
  });
});
