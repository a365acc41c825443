import * as v from 'valibot';
import {
  basisMethods,
  kinds,
  measures,
  precisions,
  progresses,
  sectors,
  tags,
} from '../../src/model/vocabulary.ts';

/** The shapes of the hand-edited files. Each schema checks form; what several files say together is checked by rules. */

const keysOf = <T extends object>(object: T) =>
  Object.keys(object) as [keyof T & string, ...(keyof T & string)[]];

/** A picklist whose message names what may stand there. */
const oneOf = <T extends object>(vocabulary: T, what: string) =>
  v.picklist(keysOf(vocabulary), `is not a known ${what}; known: ${keysOf(vocabulary).join(', ')}`);

const text = v.pipe(v.string('must be text'), v.trim(), v.minLength(1, 'must not be empty'));
const id = v.pipe(text, v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens'));
/** Degrees within a limit on both sides of 0. */
const degrees = (most: number, what: string) => {
  const message = `is no ${what}: it lies between -${most} and ${most}; positions are [lng, lat], the longitude first`;
  return v.pipe(v.number('must be a number'), v.minValue(-most, message), v.maxValue(most, message));
};
const lng = degrees(180, 'longitude');
const lat = degrees(90, 'latitude');
const position = v.tuple([lng, lat], 'must be [lng, lat]');
const bounds = v.tuple([lng, lat, lng, lat], 'must be [west, south, east, north]');
const date = v.pipe(text, v.regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date such as 2020-01-10'));

export const citySchema = v.strictObject({
  id,
  name: text,
  nameEn: text,
  adcode: text,
  window: bounds,
  urban: v.array(id),
  districts: v.array(
    v.strictObject({
      id,
      adcode: text,
      name: text,
      nameEn: text,
      /** Where its name is written, where the middle is taken by something else. */
      label: v.optional(v.tuple([v.number(), v.number()])),
    }),
  ),
  zones: v.array(
    v.strictObject({
      id,
      name: text,
      nameEn: text,
      aliases: v.optional(v.array(text), []),
      within: id,
      towns: v.array(text),
    }),
  ),
  readings: v.optional(v.record(text, text), {}),
});
export type CitySource = v.InferOutput<typeof citySchema>;

const placeSchema = v.strictObject({
  precision: oneOf(precisions, 'precision'),
  radius: v.optional(v.pipe(v.number('must be metres'), v.minValue(1))),
  point: v.optional(position),
  basis: v.strictObject({
    method: oneOf(basisMethods, 'basis method'),
    note: text,
    noteEn: text,
  }),
  license: v.optional(v.picklist(['ODbL-1.0', 'CC-BY-4.0'], 'must be ODbL-1.0 or CC-BY-4.0')),
});

export const itemSchema = v.strictObject({
  id,
  name: text,
  nameEn: text,
  aliases: v.optional(v.array(text), []),
  kind: oneOf(kinds, 'kind'),
  sector: oneOf(sectors, 'sector'),
  subsector: text,
  tags: v.optional(v.array(oneOf(tags, 'tag')), []),
  districts: v.union(
    [v.pipe(v.array(id), v.minLength(1)), v.picklist(['urban', 'city', 'unknown'])],
    'must be a list of district ids, or urban, city or unknown',
  ),
  zone: v.optional(id),
  lengthKm: v.optional(v.tuple([v.number(), v.number()])),
  place: placeSchema,
});
export type ItemSource = v.InferOutput<typeof itemSchema>;

const figureSchema = v.strictObject({
  label: text,
  labelEn: text,
  value: v.number('must be a number'),
  unit: v.optional(v.string(), ''),
  unitEn: v.optional(v.string(), ''),
  text: v.optional(text),
  measure: v.optional(oneOf(measures, 'measure')),
  growth: v.optional(v.literal(true, 'must be true, or be left out')),
});

export const mentionSchema = v.strictObject({
  item: id,
  quote: text,
  paragraph: v.optional(text),
  progress: oneOf(progresses, 'progress'),
  figures: v.optional(v.array(figureSchema), []),
});
export type MentionSource = v.InferOutput<typeof mentionSchema>;

export const reportSchema = v.strictObject({
  title: text,
  titleEn: text,
  issuer: text,
  issuerEn: text,
  date,
  source: text,
  errata: v.optional(v.array(v.strictObject({ printed: text, read: text })), []),
  continuations: v.optional(v.array(text), []),
  withoutMentions: v.optional(v.array(v.strictObject({ begins: text, why: text })), []),
  outline: v.array(
    v.strictObject({
      id,
      heading: text,
      title: v.optional(text),
      titleEn: text,
      level: v.picklist([1, 2, 3], 'must be 1, 2 or 3'),
      year: v.optional(v.pipe(v.number(), v.integer())),
      tense: v.optional(v.picklist(['review', 'plan'], 'must be review or plan')),
      runIn: v.optional(v.boolean(), false),
    }),
  ),
});
export type ReportSource = v.InferOutput<typeof reportSchema>;

const stringList = v.optional(v.array(text));

export const deckSchema = v.strictObject({
  id,
  title: text,
  titleEn: text,
  scenes: v.pipe(
    v.array(
      v.strictObject({
        id,
        title: text,
        titleEn: text,
        text,
        textEn: text,
        notes: v.optional(text),
        notesEn: v.optional(text),
        role: v.optional(v.picklist(['title', 'scene', 'closing'], 'must be title, scene or closing')),
        quote: v.optional(text),
        seconds: v.optional(v.pipe(v.number(), v.minValue(1, 'must be at least 1'))),
        view: v.optional(
          v.strictObject({
            sector: stringList,
            district: stringList,
            progress: stringList,
            kind: stringList,
            year: stringList,
            tags: stringList,
            investment: stringList,
            precision: stringList,
            section: stringList,
            items: stringList,
            shaded: v.optional(v.boolean()),
            item: v.optional(id),
            bounds: v.optional(bounds),
          }),
          {},
        ),
      }),
    ),
    v.minLength(1, 'needs at least one scene'),
  ),
});
export type DeckSource = v.InferOutput<typeof deckSchema>;

const lineOrArea = v.variant(
  'type',
  [
    v.looseObject({ type: v.literal('LineString'), coordinates: v.pipe(v.array(position), v.minLength(2)) }),
    v.looseObject({
      type: v.literal('MultiLineString'),
      coordinates: v.array(v.pipe(v.array(position), v.minLength(2))),
    }),
    v.looseObject({
      type: v.literal('Polygon'),
      coordinates: v.array(v.pipe(v.array(position), v.minLength(4))),
    }),
    v.looseObject({
      type: v.literal('MultiPolygon'),
      coordinates: v.array(v.array(v.pipe(v.array(position), v.minLength(4)))),
    }),
  ],
  'must be a LineString, MultiLineString, Polygon or MultiPolygon',
);

export const drawnPlaceSchema = v.looseObject({
  type: v.literal('Feature', 'must be a GeoJSON Feature'),
  properties: v.looseObject({
    id,
    /** Stretches of a line whose course is joined and not known: the numbers of their first and last vertex. */
    schematic: v.optional(v.array(v.tuple([v.number(), v.number()])), []),
  }),
  geometry: lineOrArea,
});
export type DrawnPlaceSource = v.InferOutput<typeof drawnPlaceSchema>;
