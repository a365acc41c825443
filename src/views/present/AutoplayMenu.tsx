import { useId } from 'react';
import type { Autoplay } from '../../model/view.ts';
import { useAtlas, useAtlasStore, useDictionary } from '../../state/index.ts';
import { usePopover } from '../../ui/use-popover.ts';

/** The intervals on offer, in seconds. A link may ask for any other. */
const intervals = [5, 8, 12, 20, 30];

/** Whether the presentation goes on by itself, how fast, and what comes after its end. `settings` are the present or last ones. */
export function AutoplayMenu({ settings, onClose }: { settings: Autoplay; onClose: () => void }) {
  const t = useDictionary();
  const on = useAtlas((state) => state.view.autoplay !== null);
  const { setAutoplay } = useAtlasStore().getState();
  const menu = usePopover<HTMLDivElement>('input', onClose);
  const group = useId();

  const offered = [...new Set([...intervals, settings.seconds])].toSorted((a, b) => a - b);
  return (
    <div className="autoplay-menu" role="dialog" aria-label={t.autoplay.label} ref={menu}>
      <label className="autoplay-on">
        <input type="checkbox" checked={on} onChange={() => setAutoplay(on ? null : settings)} />
        {t.autoplay.label}
      </label>
      <fieldset disabled={!on}>
        <legend>{t.autoplay.interval}</legend>
        {offered.map((seconds) => (
          <label key={seconds}>
            <input
              type="radio"
              name={group}
              checked={seconds === settings.seconds}
              onChange={() => setAutoplay({ ...settings, seconds })}
            />
            {t.autoplay.seconds(seconds)}
          </label>
        ))}
        <label className="autoplay-loop">
          <input
            type="checkbox"
            checked={settings.loop}
            onChange={() => setAutoplay({ ...settings, loop: !settings.loop })}
          />
          {t.autoplay.loop}
        </label>
      </fieldset>
      <p className="hint">{t.autoplay.note}</p>
    </div>
  );
}
