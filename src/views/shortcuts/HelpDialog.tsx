import { X } from 'lucide-react';
import type { RefObject } from 'react';
import { useAtlas, useAtlasStore, useDictionary } from '../../state/index.ts';
import { type Keys, shortcuts } from './shortcuts.ts';
import './help-dialog.css';

/** All shortcuts, from the table that handles them, and the switch that turns single letters off. */
export function HelpDialog({ dialog }: { dialog: RefObject<HTMLDialogElement | null> }) {
  const t = useDictionary();
  const letters = useAtlas((state) => state.letterShortcuts);
  const store = useAtlasStore();
  return (
    <dialog className="about help" ref={dialog} aria-labelledby="help-title">
      <form method="dialog">
        <button type="submit" className="icon-button" aria-label={t.close}>
          <X size="1.15em" aria-hidden="true" />
        </button>
      </form>
      <h2 id="help-title">{t.shortcuts.title}</h2>
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
    </dialog>
  );
}

function nameOf({ key, command }: Keys): string {
  const name = key.length === 1 ? key.toUpperCase() : key === 'Escape' ? 'Esc' : key;
  return command ? `Ctrl / ⌘ + ${name}` : name;
}
