import type { RefObject } from 'react';
import { useAtlas, useAtlasStore, useDictionary } from '../../state/index.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { type Keys, shortcuts } from './shortcuts.ts';
import './help-dialog.css';

/** All shortcuts, from the table that handles them, and the switch that turns single letters off. */
export function HelpDialog({ dialog }: { dialog: RefObject<HTMLDialogElement | null> }) {
  const t = useDictionary();
  const letters = useAtlas((state) => state.letterShortcuts);
  const store = useAtlasStore();
  return (
    <Dialog dialog={dialog} title={t.shortcuts.title} close={t.close}>
      <dl className="shortcuts">
        {shortcuts.map(({ id, keys }) => (
          <div key={id}>
            <dt>{t.shortcuts.names[id]}</dt>
            <dd>
              {keys.map((each) => (
                <kbd key={nameOf(each)}>{nameOf(each)}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p className="hint">{t.shortcuts.onStage}</p>
      <label className="help-switch">
        <input
          type="checkbox"
          checked={letters}
          onChange={({ target }) => store.getState().setLetterShortcuts(target.checked)}
        />
        {t.shortcuts.letters}
      </label>
    </Dialog>
  );
}

function nameOf({ key, command }: Keys): string {
  const name = key.length === 1 ? key.toUpperCase() : key === 'Escape' ? 'Esc' : key;
  return command ? `Ctrl / ⌘ + ${name}` : name;
}
