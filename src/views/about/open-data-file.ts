import type { Dataset } from '../../model/dataset.ts';
import { featuresByLine, itemsToCsv, itemsToGeoJson, reportsToJson } from '../../model/open-data.ts';
import { saveFile } from '../../ui/save-file.ts';

const mediaTypes = {
  'items.geojson': 'application/geo+json',
  'items.csv': 'text/csv',
  'report.json': 'application/json',
};

/** A file of the open data, by its name. */
export type OpenDataFile = keyof typeof mediaTypes;

/** Makes a file of the open data, the same as the site has, and gives it to the reader as a download. */
export async function saveOpenData(file: OpenDataFile, dataset: Dataset): Promise<void> {
  saveFile(
    file,
    new Blob([await openDataText(file, dataset)], { type: `${mediaTypes[file]};charset=utf-8` }),
  );
}

async function openDataText(file: OpenDataFile, dataset: Dataset): Promise<string> {
  if (file === 'report.json') return reportsToJson(dataset);
  const { default: notes } = await import('virtual:atlas/basis-notes');
  return file === 'items.csv'
    ? itemsToCsv(dataset.items, dataset, notes)
    : featuresByLine(itemsToGeoJson(dataset.items, dataset, notes));
}
