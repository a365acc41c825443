import type { RefObject } from 'react';
import type { Dictionary } from '../../i18n/index.ts';
import { useAtlas, useAtlasStore, useDictionary } from '../../state/index.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import type { Keys } from '../../ui/keys.ts';
import { stageKeys } from '../present/stage-keys.ts';
import { shortcuts } from './shortcuts.ts';
import './help-dialog.css';

/** All shortcuts, from the tables that handle them, and the switch that turns single letters off. */
export function HelpDialog({ dialog }: { dialog: RefObject<HTMLDialogElement | null> }) {
  const t = useDictionary();
  const letters = useAtlas((state) => state.letterShortcuts);
  const store = useAtlasStore();
  return (
    <Dialog dialog={dialog} title={t.shortcuts.title} close={t.close}>
      <dl className="shortcuts">
        {shortcuts.map(({ id, keys }) => (
          <KeyRow key={id} name={t.shortcuts.names[id]} keys={keys.map((each) => nameOf(each, t))} />
        ))}
      </dl>
      <label className="help-switch">
        <input
          type="checkbox"
          checked={letters}
          onChange={({ target }) => store.getState().setLetterShortcuts(target.checked)}
        />
        {t.shortcuts.letters}
      </label>
      <h3>{t.shortcuts.onStage}</h3>
      <dl className="shortcuts">
        {stageKeys.map(({ command, keys }) => (
          <KeyRow
            key={command}
            name={t.onStage.commands[command]}
            keys={[...(command === 'jump' ? [t.onStage.digits] : []), ...keys.map((each) => nameOf(each, t))]}
          />
        ))}
      </dl>
      <p className="hint">{t.shortcuts.reload}</p>
    </Dialog>
  );
}

function KeyRow({ name, keys }: { name: string; keys: readonly string[] }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {keys.map((each) => (
          <kbd key={each}>{each}</kbd>
        ))}
      </dd>
    </div>
  );
}

/** What is printed on a key, where that is not its name in the browser. */
const printed: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  ArrowRight: '→',
  ArrowLeft: '←',
  ArrowUp: '↑',
  ArrowDown: '↓',
};

function nameOf({ key, command, shift }: Keys, t: Dictionary): string {
  const name = key === ' ' ? t.onStage.space : (printed[key] ?? (key.length === 1 ? key.toUpperCase() : key));
  return `${command ? 'Ctrl / ⌘ + ' : ''}${shift ? 'Shift + ' : ''}${name}`;
}
