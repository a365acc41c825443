import type { BasisNotes, Dataset, Item } from '../../model/dataset.ts';
import { featuresByLine, itemsToCsv, itemsToGeoJson } from '../../model/open-data.ts';
import type { View } from '../../model/view.ts';

/** The files that the items of a filter can be had as. */
export const dataFormats = ['csv', 'xlsx', 'geojson'] as const;
export type DataFormat = (typeof dataFormats)[number];

/** Makes a file of exactly these items, in the formats of the open data, or as a workbook that people read. */
export async function dataFile(
  format: DataFormat,
  items: readonly Item[],
  dataset: Dataset,
  { filters, language }: View,
): Promise<Blob> {
  const { default: basisNotes }: { default: BasisNotes } = await import('virtual:atlas/basis-notes');
  if (format === 'xlsx') {
    const { buildXlsx } = await import('../../export/xlsx.ts');
    return buildXlsx({ items, filters, dataset, basisNotes, language });
  }
  return format === 'csv'
    ? new Blob([itemsToCsv(items, dataset, basisNotes)], { type: 'text/csv;charset=utf-8' })
    : new Blob([featuresByLine(itemsToGeoJson(items, dataset, basisNotes))], {
        type: 'application/geo+json;charset=utf-8',
      });
}
