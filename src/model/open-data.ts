import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { BasisNotes, Dataset, Figure, Item } from './dataset.ts';
import { mentionQuote, mentionYearRange } from './quotes.ts';

/** The properties of one feature of `items.geojson`. The format is documented in docs/OPEN-DATA.md; others rely on it. */
export interface ItemProperties {
  id: string;
  name: string;
  nameEn: string;
  aliases: string[];
  kind: string;
  sector: string;
  subsector: string;
  tags: string[];
  /** As of the latest mention. */
  progress: string;
  /** Six-digit codes of the districts it lies in. */
  districts: string[];
  scope: string;
  zone: string | null;
  precision: string;
  radiusMeters: number | null;
  basis: string;
  /** Verbatim, by year, then by place in the text. */
  quotes: string[];
  mentions: {
    report: string;
    paragraph: string;
    year: number;
    tense: string;
    progress: string;
    quote: string;
  }[];
  /** Each with the year, the report and the paragraph of the mention that states it. */
  figures: (Figure & { year: number; report: string; paragraph: string })[];
  license: string;
}

/** Items as open data: one feature each, geometry null where not located. */
export function itemsToGeoJson(
  items: readonly Item[],
  dataset: Dataset,
  basisNotes: BasisNotes,
): FeatureCollection<Geometry | null, ItemProperties> {
  return {
    type: 'FeatureCollection',
    features: items.map((item) => itemToFeature(item, dataset, basisNotes)) as never,
  };
}

function itemToFeature(
  item: Item,
  dataset: Dataset,
  basisNotes: BasisNotes,
): Feature<Geometry | null, ItemProperties> {
  const adcodes = new Map(dataset.city.districts.map((district) => [district.id, district.adcode]));
  const mentions = item.mentions.map((mention) => ({
    report: mention.report,
    paragraph: mention.paragraph,
    year: mention.year,
    tense: mention.tense,
    progress: mention.progress,
    quote: mentionQuote(mention, dataset.reports),
  }));
  return {
    type: 'Feature',
    id: item.id,
    geometry: item.place.geometry,
    properties: {
      id: item.id,
      name: item.name,
      nameEn: item.nameEn,
      aliases: item.aliases,
      kind: item.kind,
      sector: item.sector,
      subsector: item.subsector,
      tags: item.tags,
      progress: item.progress,
      districts: item.districts.flatMap((id) => adcodes.get(id) ?? []),
      scope: item.scope,
      zone: item.zone,
      precision: item.place.precision,
      radiusMeters: item.place.radiusMeters,
      basis: basisNotes[item.id]?.note ?? '',
      quotes: [...new Set(mentions.map((mention) => mention.quote))],
      mentions,
      figures: item.mentions.flatMap(({ figures, year, report, paragraph }) =>
        figures.map((figure) => ({ ...figure, year, report, paragraph })),
      ),
      license: item.place.license,
    },
  };
}

const csvColumns = [
  'id',
  'name',
  'nameEn',
  'aliases',
  'kind',
  'sector',
  'subsector',
  'tags',
  'progress',
  'years',
  'districts',
  'scope',
  'zone',
  'precision',
  'radiusMeters',
  'lng',
  'lat',
  'figures',
  'quotes',
  'basis',
  'license',
] as const;

/** Items as CSV (RFC 4180, with a byte order mark so that spreadsheets read Chinese); lists are joined by `；`. */
export function itemsToCsv(items: readonly Item[], dataset: Dataset, basisNotes: BasisNotes): string {
  const rows = items.map((item) => {
    const { properties } = itemToFeature(item, dataset, basisNotes);
    const [lng, lat] = item.place.label ?? [];
    const cells: Record<(typeof csvColumns)[number], unknown> = {
      ...properties,
      years: mentionYearRange(item),
      lng,
      lat,
      figures: properties.figures.map((figure) => `${figure.year} ${figure.label} ${figureText(figure)}`),
    };
    return csvColumns.map((column) => csvCell(cells[column])).join(',');
  });
  return `\uFEFF${[csvColumns.join(','), ...rows].join('\r\n')}\r\n`;
}

function figureText(figure: Figure): string {
  return figure.text ?? `${figure.value}${figure.unit}`;
}

function csvCell(value: unknown): string {
  const text = Array.isArray(value)
    ? value.join('；')
    : value === null || value === undefined
      ? ''
      : String(value);
  // A leading = + - @ would be run as a formula by a spreadsheet.
  const inert = /^[=+\-@\t\r]/u.test(text) && !/^-?\d+(\.\d+)?$/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** The report as open data: metadata, sections, and paragraphs with their addresses. */
export function reportsToJson(dataset: Dataset): string {
  return JSON.stringify({ reports: dataset.reports }, null, 1);
}

/** A feature collection as JSON text with a line for each feature, as the published files are written. */
export function featuresByLine(collection: { features: readonly unknown[] }): string {
  const { features, ...rest } = collection;
  const head = JSON.stringify(rest).slice(0, -1);
  return `${head},"features":[\n${features.map((feature) => JSON.stringify(feature)).join(',\n')}\n]}\n`;
}
