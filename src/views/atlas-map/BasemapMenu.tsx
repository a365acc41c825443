import deploy from 'virtual:atlas/deploy';
import { X } from 'lucide-react';
import { useId } from 'react';
import { languageTag, nameIn } from '../../i18n/index.ts';
import { keepFile } from '../../map/local-files.ts';
import { type BasemapChoice, embeddedBasemap } from '../../model/basemap.ts';
import type { Language } from '../../model/view.ts';
import { useAtlas, useAtlasStore, useDictionary } from '../../state/index.ts';
import { FileButton } from '../../ui/FileButton.tsx';
import { usePopover } from '../../ui/use-popover.ts';
import './basemap-menu.css';

/** The choice of what lies under the items: the embedded sketch, what the deployment lists, or a file from the disk. */
export function BasemapMenu({ onClose }: { onClose: () => void }) {
  const t = useDictionary();
  const language = useAtlas((state) => state.view.language);
  const chosen = useAtlas((state) => state.basemap);
  const status = useAtlas((state) => state.basemapStatus);
  const { chooseBasemap } = useAtlasStore().getState();
  const menu = usePopover<HTMLDivElement>('input:checked', onClose);
  const group = useId();
  const choices: BasemapChoice[] = [
    embeddedBasemap,
    ...deploy.basemaps.map(({ id }): BasemapChoice => ({ kind: 'listed', id })),
    ...(chosen.kind === 'file' ? [chosen] : []),
  ];
  return (
    <div className="basemap-menu" role="dialog" aria-label={t.basemap.label} ref={menu}>
      <div className="basemap-head">
        <span>{t.basemap.label}</span>
        <button type="button" className="icon-button" aria-label={t.close} onClick={onClose}>
          <X size="1.1em" aria-hidden="true" />
        </button>
      </div>
      <div role="radiogroup" aria-label={t.basemap.label}>
        {choices.map((choice) => (
          <label key={keyOf(choice)}>
            <input
              type="radio"
              name={group}
              checked={keyOf(choice) === keyOf(chosen)}
              onChange={() => chooseBasemap(choice)}
            />
            <BasemapName choice={choice} language={language} />
          </label>
        ))}
      </div>
      <FileButton
        className="basemap-file"
        label={t.basemap.openFile}
        accept=".pmtiles"
        onFile={(file) => chooseBasemap({ kind: 'file', key: keepFile(file), name: file.name })}
      />
      <p className="hint" role="status">
        {status.kind === 'loading' && t.basemap.loading}
        {status.kind === 'farther' && t.basemap.farther}
      </p>
      <p className="hint">{t.basemap.note}</p>
    </div>
  );
}

/** Says, until dismissed, that a basemap was given up and why. */
export function BasemapNotice() {
  const t = useDictionary();
  const language = useAtlas((state) => state.view.language);
  const failure = useAtlas((state) => state.basemapFailure);
  const dismiss = useAtlas((state) => state.dismissBasemapFailure);
  if (!failure) return null;
  const name = basemapName(failure.choice, language);
  return (
    <div className="notice basemap-notice" role="status">
      <span>{t.basemap.failed(name, t.basemap.why[failure.reason])}</span>
      <button type="button" className="icon-button" aria-label={t.close} onClick={dismiss}>
        <X size="1.1em" aria-hidden="true" />
      </button>
    </div>
  );
}

/** The credits of the basemap that is in sight; nothing while that is the embedded one. */
export function BasemapCredits() {
  const t = useDictionary();
  const language = useAtlas((state) => state.view.language);
  const chosen = useAtlas((state) => state.basemap);
  const status = useAtlas((state) => state.basemapStatus);
  if (status.kind !== 'shown') return null;
  const credits = status.credits || basemapName(chosen, language);
  return (
    <span>
      {t.basemap.credits}
      <span lang={tagOf(credits)}>{credits}</span>
    </span>
  );
}

function BasemapName({ choice, language }: { choice: BasemapChoice; language: Language }) {
  const t = useDictionary();
  if (choice.kind === 'embedded') return <span>{t.basemap.embedded}</span>;
  const name = basemapName(choice, language);
  return <span lang={tagOf(name)}>{name}</span>;
}

/** The language to mark a text by that is not the interface's own: Chinese, where it has Han characters. */
function tagOf(text: string): string | undefined {
  return /\p{Script=Han}/u.test(text) ? languageTag('zh') : undefined;
}

/** The name of a listed basemap or of a file. */
function basemapName(choice: BasemapChoice, language: Language): string {
  if (choice.kind === 'file') return choice.name;
  const listed = deploy.basemaps.find(({ id }) => choice.kind === 'listed' && id === choice.id);
  return listed ? nameIn(listed, language) : '';
}

function keyOf(choice: BasemapChoice): string {
  return choice.kind === 'listed' ? `listed ${choice.id}` : choice.kind;
}
