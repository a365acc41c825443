import { ChevronLeft, ChevronRight, CornerUpLeft, Moon, Square, Sun } from 'lucide-react';
import type { PresenterCommand, StageState } from '../../model/decks/stage-messages.ts';
import { useDictionary } from '../../state/index.ts';

/** The buttons that command the stage; without a connection they do nothing and say so. */
export function PresenterBar({
  state: { deck, index, black, aside },
  typed,
  disabled,
  command,
}: {
  state: StageState;
  /** The number of a scene that is being typed; empty for none. */
  typed: string;
  disabled: boolean;
  command: (command: PresenterCommand) => void;
}) {
  const t = useDictionary();
  const { length } = deck.scenes;
  return (
    <footer className="presenter-bar">
      <button
        type="button"
        disabled={disabled || (index === 0 && !aside)}
        onClick={() => command({ kind: 'previous' })}
      >
        <ChevronLeft size="1.3em" aria-hidden="true" />
        {t.presenter.previous}
      </button>
      <p className="place">{t.stage.place(index + 1, length)}</p>
      <button
        type="button"
        className="main"
        disabled={disabled || index === length - 1}
        onClick={() => command({ kind: 'next' })}
      >
        {t.presenter.next}
        <ChevronRight size="1.3em" aria-hidden="true" />
      </button>
      <p className="typed" role="status">
        {typed && t.onStage.going(typed)}
      </p>
      <button
        type="button"
        aria-pressed={black}
        disabled={disabled}
        onClick={() => command({ kind: 'black', on: !black })}
      >
        {black ? <Sun size="1.15em" aria-hidden="true" /> : <Moon size="1.15em" aria-hidden="true" />}
        {t.presenter.black}
      </button>
      <button type="button" disabled={disabled || !aside} onClick={() => command({ kind: 'return' })}>
        <CornerUpLeft size="1.15em" aria-hidden="true" />
        {t.presenter.returns}
      </button>
      <button type="button" disabled={disabled} onClick={() => command({ kind: 'end' })}>
        <Square size="1em" aria-hidden="true" />
        {t.presenter.end}
      </button>
    </footer>
  );
}
