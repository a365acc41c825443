import type { Geometry, MultiPolygon, Polygon } from 'geojson';
import type {
  BasisMethodId,
  KindId,
  MeasureId,
  PrecisionId,
  ProgressId,
  ScopeId,
  SectorId,
  TagId,
} from './vocabulary.ts';

/** A position in WGS-84: [longitude, latitude] in degrees. */
export type LngLat = [number, number];

/** A box in WGS-84: [west, south, east, north] in degrees. */
export type Bounds = [number, number, number, number];

/** A county-level unit 辖区. */
export interface District {
  id: string;
  adcode: string;
  name: string;
  nameEn: string;
  bounds: Bounds;
  /** Where its name is written. */
  label: LngLat;
}

/** A functional zone 功能区: it lies inside a district, has no public polygon, and people browse by it. */
export interface Zone {
  id: string;
  name: string;
  nameEn: string;
  aliases: string[];
  /** The id of the district in which it lies. */
  within: string;
  /** Names of the towns that are known to make it up. */
  towns: string[];
  bounds: Bounds;
  label: LngLat;
}

export interface City {
  id: string;
  name: string;
  nameEn: string;
  adcode: string;
  /** The box that the camera and everything drawn stay inside. */
  window: Bounds;
  /** The box around the districts. */
  bounds: Bounds;
  /** Ids of the districts that make up the urban area 市区. */
  urban: string[];
  districts: District[];
  zones: Zone[];
}

/** Which kind of statement a section makes: a look back or a look ahead. */
export type Tense = 'review' | 'plan';

/** One heading of the report's outline. */
export interface Section {
  /** Unique among all reports: where a later report uses an id again, it stands as `<report>/<id>`. */
  id: string;
  /** The heading as printed, without its number. */
  title: string;
  titleEn: string;
  level: 1 | 2 | 3;
  parent: string | null;
  year: number | null;
  tense: Tense | null;
}

/** One paragraph of the report, whole again where the source was cut, without blanks. */
export interface Paragraph {
  /** Its stable address: `p` and its number in the text as received. */
  id: string;
  text: string;
  /** Offsets in `text` at which the source was cut in two. */
  cuts: number[];
  section: string | null;
  role: 'front' | 'heading' | 'body';
  /** The run-in heading (提升项目质量), or empty. */
  lead: string;
  /** The number of a numbered promise, or null. */
  ordinal: number | null;
}

export interface Report {
  id: string;
  title: string;
  titleEn: string;
  issuer: string;
  issuerEn: string;
  /** ISO date on which it was given: every view is stamped with it. */
  date: string;
  sections: Section[];
  paragraphs: Paragraph[];
}

/** A number as the report gives it 数据. */
export interface Figure {
  label: string;
  labelEn: string;
  value: number;
  unit: string;
  unitEn: string;
  /** How the report writes the number, where it writes it in words. */
  text: string | null;
  measure: MeasureId | null;
  /** It says by how much, in %, something grew, or is to grow, on the year before. */
  growth?: true;
}

/** One verbatim quote of a report about an item 出处. */
export interface Mention {
  report: string;
  paragraph: string;
  /** Ids of the sections around it, from the outermost to the innermost; no two reports share one. */
  sections: string[];
  /** The quote is `paragraph.text.slice(start, end)`. */
  start: number;
  end: number;
  year: number;
  tense: Tense;
  progress: ProgressId;
  figures: Figure[];
}

/** In words, how a place is known: what was looked up, where and when. */
export interface BasisNote {
  note: string;
  noteEn: string;
}

/** The basis of every item's place by item id. Apart from the dataset: the app asks for it when a detail is read. */
export type BasisNotes = Record<string, BasisNote>;

/** Where an item is, and how well that is known 位置. */
export interface Place {
  precision: PrecisionId;
  /** How far off the geometry may be, in metres; null where there is none. */
  radiusMeters: number | null;
  geometry: Geometry | null;
  /** Where its mark stands; null where it has no place of its own. */
  label: LngLat | null;
  /** The box around the geometry and its radius. */
  bounds: Bounds | null;
  /** The strip in which a line known only by the towns it joins runs; null for everything else. */
  ribbon: Polygon | MultiPolygon | null;
  /** Stretches of a line whose course is joined and not known: numbers of their first and last vertex. */
  schematic: readonly (readonly [number, number])[];
  /** Length of a line in kilometres. */
  lengthKm: number | null;
  /** The kind of basis; its words are among the basis notes. */
  basis: BasisMethodId;
  license: string;
}

/** One thing that a report names 事项: the unit of list, map and export. */
export interface Item {
  id: string;
  name: string;
  nameEn: string;
  aliases: string[];
  kind: KindId;
  sector: SectorId;
  subsector: string;
  tags: TagId[];
  /** Ids of the districts it lies in; empty where it belongs to no single ones. */
  districts: string[];
  scope: ScopeId;
  zone: string | null;
  /** As of its latest mention. */
  progress: ProgressId;
  /** By year, then by place in the text. */
  mentions: Mention[];
  place: Place;
}

/** What a scene shows; the fields are those of a view. */
export interface SceneView {
  /** By facet, as in a view's filters. */
  filters: Readonly<Record<string, readonly string[]>>;
  item: string | null;
  /** Where the camera looks; null for what the filters frame. */
  bounds: Bounds | null;
  /** The districts are shaded by their number of items. */
  shaded: boolean;
}

/** Words of a report under a scene: where they stand, so that they are always the report's own. */
export interface SceneQuote {
  report: string;
  /** The id of the paragraph, as `p12`. */
  paragraph: string;
  /** Offsets in the paragraph's text. */
  start: number;
  end: number;
}

/** How a scene is set: as the cover, over the map, or as the last word. */
export type SceneRole = 'title' | 'scene' | 'closing';

/** A view with a title, text and speaker notes 场景. A person's own scene has one language: its English fields are empty. */
export interface Scene {
  id: string;
  role: SceneRole;
  title: string;
  titleEn: string;
  text: string;
  textEn: string;
  notes: string;
  notesEn: string;
  quote: SceneQuote | null;
  /** How long it stands when the deck plays by itself, in seconds; null for the deck's interval. */
  seconds: number | null;
  view: SceneView;
}

/** An ordered list of scenes 演示. */
export interface Deck {
  id: string;
  title: string;
  titleEn: string;
  scenes: readonly Scene[];
}

/** How the Han characters of names are spoken, so that a search finds them by pinyin: without tones, `v` for ü. */
export interface Readings {
  /** By syllable, the characters that are mostly read so. */
  characters: Record<string, string>;
  /** Words in which a character is read otherwise, with the syllables of all their characters, parted by blanks. */
  words: Record<string, string>;
}

/** Everything that the app loads, compiled and checked. */
export interface Dataset {
  city: City;
  /** The latest first. */
  reports: Report[];
  items: Item[];
  decks: Deck[];
  readings: Readings;
}

/** The days of all reports, as in 2020-01-10, the oldest first: they stamp every view. */
export function reportDates({ reports }: Dataset): string[] {
  return reports.map(({ date }) => date).sort();
}

/** The latest report. The compile step guarantees that there is one. */
export function latestReport({ reports }: Dataset): Report {
  const [latest] = reports;
  if (!latest) throw new Error('The dataset holds no report; add one under geo/reports.');
  return latest;
}
