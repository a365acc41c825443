import deploy from 'virtual:atlas/deploy';
import { useState } from 'react';
import { useAtlas, useDictionary } from '../../state/index.ts';
import { type OpenDataFile, saveOpenData } from './open-data-file.ts';

/** The open data to download: the files beside the page, or, where there are none, made on the spot. */
export function OpenData() {
  const t = useDictionary();
  const dataset = useAtlas((state) => state.dataset);
  const [failed, setFailed] = useState<string | null>(null);
  const { geojson, csv, reportJson } = t.aboutText;
  const files: [OpenDataFile, string][] = [
    ['items.geojson', geojson],
    ['items.csv', csv],
    ['report.json', reportJson],
  ];
  const save = (file: OpenDataFile) => {
    setFailed(null);
    saveOpenData(file, dataset).catch((error: unknown) => {
      console.error(`${file} could not be made:`, error);
      setFailed(file);
    });
  };
  return (
    <>
      <p className="about-links">
        {files.map(([file, label]) =>
          deploy.singleFile ? (
            <button type="button" className="text-button" key={file} onClick={() => save(file)}>
              {label}
            </button>
          ) : (
            <a key={file} href={`./data/${file}`} download>
              {label}
            </a>
          ),
        )}
      </p>
      <p role="status">{failed && t.singleFile.notSaved(failed)}</p>
    </>
  );
}
