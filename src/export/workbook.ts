import type { Sheet } from 'write-excel-file/universal';
import { dictionary, nameIn, termIn, titleIn } from '../i18n/index.ts';
import { areaName, conditionNames } from '../i18n/naming.ts';
import {
  type BasisNotes,
  type Dataset,
  type Figure,
  type Item,
  latestReport,
  reportDates,
} from '../model/dataset.ts';
import { areasOf, type Filters } from '../model/facets.ts';
import { mentionQuote, mentionYearRange, sectionPath } from '../model/quotes.ts';
import type { Language } from '../model/view.ts';
import { kinds, precisions, progresses, sectors, type Term, tags } from '../model/vocabulary.ts';

/** What a workbook is made of: the items, in order, that the filters list. */
export interface FilteredItems {
  items: readonly Item[];
  filters: Filters;
  dataset: Dataset;
  basisNotes: BasisNotes;
  language: Language;
}

type Value = string | number | null;
/** A column: its heading, its width in characters, and its value in a row. */
interface Column<Row> {
  heading: string;
  width: number;
  value(row: Row): Value;
}

/**
 * The items that are filtered as the sheets of a workbook: one row for each item, one for each mention with its quote,
 * one for each figure, and a sheet that says what they are and as of when.
 */
export function workbookSheets(filtered: FilteredItems): Sheet<Blob>[] {
  const t = dictionary(filtered.language).exports.sheets;
  return [
    tableSheet(t.items, itemColumns(filtered), filtered.items),
    tableSheet(t.mentions, mentionColumns(filtered), mentionRows(filtered)),
    tableSheet(t.figures, figureColumns(filtered), figureRows(filtered)),
    notesSheet(filtered),
  ];
}

function itemColumns({ dataset, basisNotes, language }: FilteredItems): Column<Item>[] {
  const t = dictionary(language);
  const { columns } = t.exports;
  const list = (names: readonly string[]) => names.join('；');
  return [
    { heading: columns.id, width: 26, value: ({ id }) => id },
    { heading: columns.name, width: 30, value: ({ name }) => name },
    { heading: columns.nameEn, width: 36, value: ({ nameEn }) => nameEn },
    { heading: t.facets.kind, width: 10, value: ({ kind }) => termIn(kinds[kind], language) },
    { heading: t.facets.sector, width: 14, value: ({ sector }) => termIn(sectors[sector], language) },
    { heading: columns.subsector, width: 14, value: (item) => subsectorName(item, language) },
    {
      heading: t.facets.tags,
      width: 16,
      value: (item) => list(item.tags.map((tag) => termIn(tags[tag], language))),
    },
    {
      heading: t.facets.progress,
      width: 10,
      value: ({ progress }) => termIn(progresses[progress], language),
    },
    { heading: t.facets.year, width: 12, value: mentionYearRange },
    {
      heading: t.facets.district,
      width: 18,
      value: (item) =>
        list(areasOf(item).flatMap((id) => (id === item.zone ? [] : [areaName(id, dataset, language)]))),
    },
    {
      heading: columns.zone,
      width: 12,
      value: ({ zone }) => zone && areaName(zone, dataset, language),
    },
    {
      heading: t.facets.precision,
      width: 12,
      value: ({ place }) => termIn(precisions[place.precision], language),
    },
    { heading: columns.radius, width: 10, value: ({ place }) => place.radiusMeters },
    { heading: columns.lng, width: 11, value: ({ place }) => place.label?.[0] ?? null },
    { heading: columns.lat, width: 11, value: ({ place }) => place.label?.[1] ?? null },
    {
      heading: columns.figures,
      width: 40,
      value: (item) =>
        list(
          item.mentions.flatMap(({ figures, year }) =>
            figures.map(
              (figure) => `${year} ${labelOf(figure, language)} ${writtenFigure(figure, language)}`,
            ),
          ),
        ),
    },
    {
      heading: columns.quotes,
      width: 60,
      value: (item) =>
        list([...new Set(item.mentions.map((mention) => mentionQuote(mention, dataset.reports)))]),
    },
    {
      heading: columns.basis,
      width: 50,
      value: ({ id }) => basisNotes[id]?.[language === 'zh' ? 'note' : 'noteEn'] ?? '',
    },
    { heading: columns.license, width: 12, value: ({ place }) => place.license },
  ];
}

type MentionRow = { item: Item; mention: Item['mentions'][number] };

function mentionRows({ items }: FilteredItems): MentionRow[] {
  return items.flatMap((item) => item.mentions.map((mention) => ({ item, mention })));
}

function mentionColumns({ dataset, language }: FilteredItems): Column<MentionRow>[] {
  const t = dictionary(language);
  const { columns } = t.exports;
  const reportOf = (id: string) => dataset.reports.find((report) => report.id === id);
  return [
    { heading: columns.id, width: 26, value: ({ item }) => item.id },
    { heading: columns.name, width: 30, value: ({ item }) => nameIn(item, language) },
    { heading: t.facets.year, width: 16, value: ({ mention }) => t[mention.tense](mention.year) },
    {
      heading: t.facets.progress,
      width: 10,
      value: ({ mention }) => termIn(progresses[mention.progress], language),
    },
    {
      heading: columns.quotes,
      width: 80,
      value: ({ mention }) => mentionQuote(mention, dataset.reports),
    },
    {
      heading: columns.report,
      width: 30,
      value: ({ mention }) => {
        const report = reportOf(mention.report);
        return report ? titleIn(report, language) : mention.report;
      },
    },
    {
      heading: t.facets.section,
      width: 40,
      value: ({ mention }) => {
        const report = reportOf(mention.report);
        const innermost = mention.sections.at(-1) ?? null;
        return report
          ? sectionPath(report, innermost)
              .map((section) => titleIn(section, language))
              .join(' · ')
          : '';
      },
    },
    { heading: columns.paragraph, width: 10, value: ({ mention }) => mention.paragraph },
    {
      heading: t.facets.precision,
      width: 12,
      value: ({ item }) => termIn(precisions[item.place.precision], language),
    },
  ];
}

type FigureRow = MentionRow & { figure: Figure };

function figureRows(filtered: FilteredItems): FigureRow[] {
  return mentionRows(filtered).flatMap(({ item, mention }) =>
    mention.figures.map((figure) => ({ item, mention, figure })),
  );
}

function figureColumns({ dataset, language }: FilteredItems): Column<FigureRow>[] {
  const t = dictionary(language);
  const { columns } = t.exports;
  return [
    { heading: columns.id, width: 26, value: ({ item }) => item.id },
    { heading: columns.name, width: 30, value: ({ item }) => nameIn(item, language) },
    { heading: columns.label, width: 24, value: ({ figure }) => labelOf(figure, language) },
    { heading: columns.value, width: 12, value: ({ figure }) => figure.value },
    {
      heading: columns.unit,
      width: 14,
      value: ({ figure }) => (language === 'zh' ? figure.unit : figure.unitEn),
    },
    { heading: columns.written, width: 20, value: ({ figure }) => figure.text },
    { heading: t.facets.year, width: 16, value: ({ mention }) => t[mention.tense](mention.year) },
    {
      heading: columns.quotes,
      width: 80,
      value: ({ mention }) => mentionQuote(mention, dataset.reports),
    },
    { heading: columns.paragraph, width: 10, value: ({ mention }) => mention.paragraph },
  ];
}

/** What the sheets are, as of when, and by which filter. */
function notesSheet({ items, filters, dataset, language }: FilteredItems): Sheet<Blob> {
  const t = dictionary(language);
  const { exports } = t;
  const report = latestReport(dataset);
  const conditions = conditionNames(filters, dataset, language).map(({ label }) => label);
  const rows: [string, Value][] = [
    [exports.notes.title, t.title],
    [columnsReport(language), titleIn(report, language)],
    [exports.notes.asOf, t.stamp(reportDates(dataset))],
    [exports.notes.filter, conditions.length > 0 ? conditions.join('；') : exports.notes.noFilter],
    [exports.notes.count, items.length],
    [exports.notes.total, dataset.items.length],
    [exports.notes.precision, exports.notes.precisionText],
    [exports.notes.sums, exports.notes.sumsText],
    [exports.notes.licence, exports.notes.licenceText],
  ];
  return {
    sheet: exports.sheets.notes,
    columns: [{ width: 16 }, { width: 90 }],
    data: rows.map(([name, value]) => [
      { value: name, fontWeight: 'bold', alignVertical: 'top' },
      { value: value ?? '', align: 'left', wrap: true },
    ]),
  };
}

function columnsReport(language: Language): string {
  return dictionary(language).exports.columns.report;
}

function tableSheet<Row>(sheet: string, columns: readonly Column<Row>[], rows: readonly Row[]): Sheet<Blob> {
  return {
    sheet,
    stickyRowsCount: 1,
    columns: columns.map(({ width }) => ({ width })),
    data: [
      columns.map(({ heading }) => ({ value: heading, fontWeight: 'bold' as const })),
      ...rows.map((row) =>
        columns.map(({ value }) => {
          const cell = value(row);
          // Given as text a value is never run as a formula.
          return cell === null || cell === ''
            ? null
            : typeof cell === 'number'
              ? { value: cell, type: Number }
              : { value: cell, type: String };
        }),
      ),
    ],
  };
}

function subsectorName(item: Item, language: Language): string {
  const subsectors: Record<string, Term> = sectors[item.sector].subsectors;
  const term = subsectors[item.subsector];
  return term ? termIn(term, language) : item.subsector;
}

function labelOf(figure: Figure, language: Language): string {
  return language === 'zh' ? figure.label : figure.labelEn;
}

function writtenFigure(figure: Figure, language: Language): string {
  if (language !== 'zh') return `${figure.value} ${figure.unitEn}`;
  return figure.text ?? `${figure.value}${figure.unit}`;
}
