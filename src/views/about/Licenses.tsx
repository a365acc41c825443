import deploy from 'virtual:atlas/deploy';
import { nameIn } from '../../i18n/index.ts';
import { type Licenses as AllLicenses, licensesFile, licensesText } from '../../model/licenses.ts';
import { useAtlas, useDictionary } from '../../state/index.ts';
import { saveFile } from '../../ui/save-file.ts';
import type { LoadedLicenses } from './use-licenses.ts';

/** Whose data and software are in the app, and under which licences; as the build has found them. */
export function Licenses({ licenses }: { licenses: LoadedLicenses }) {
  const t = useDictionary();
  return (
    <>
      <h3>{t.aboutText.sources}</h3>
      {typeof licenses === 'string' ? (
        <p role="status">{t.licenses[licenses]}</p>
      ) : (
        <>
          <DataLicenses data={licenses.data} />
          <h3>{t.licenses.packages}</h3>
          <PackageLicenses packages={licenses.packages} />
          <p className="about-links">
            {deploy.singleFile ? (
              <button
                type="button"
                className="text-button"
                onClick={() =>
                  saveFile(
                    licensesFile,
                    new Blob([licensesText(licenses)], { type: 'text/plain;charset=utf-8' }),
                  )
                }
              >
                {t.licenses.texts}
              </button>
            ) : (
              <a href={`./${licensesFile}`}>{t.licenses.texts}</a>
            )}
          </p>
        </>
      )}
    </>
  );
}

function DataLicenses({ data }: Pick<AllLicenses, 'data'>) {
  const t = useDictionary();
  const language = useAtlas((state) => state.view.language);
  return (
    <ul className="license-list">
      {data.map((entry) => (
        <li key={entry.nameEn}>
          {nameIn(entry, language)}
          <small>
            {entry.licenses.length > 0
              ? `${entry.licenses.join(' / ')} · ${entry.credit}`
              : t.licenses.noneClaimed}
          </small>
        </li>
      ))}
    </ul>
  );
}

function PackageLicenses({ packages }: Pick<AllLicenses, 'packages'>) {
  const t = useDictionary();
  return (
    <details className="package-licenses">
      <summary>{t.licenses.listed(packages.length)}</summary>
      <ul className="license-list">
        {packages.map(({ name, version, license, within }) => (
          <li key={`${name} ${version} ${within}`}>
            <span>
              <bdi>{name}</bdi> {version}
            </span>
            <small>{[license, ...(within ? [t.licenses.within(within)] : [])].join(' · ')}</small>
          </li>
        ))}
      </ul>
    </details>
  );
}
