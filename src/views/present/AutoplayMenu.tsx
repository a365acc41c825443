import { useEffect, useId, useRef } from 'react';
import type { Autoplay } from '../../model/view.ts';
import { useAtlas, useAtlasStore, useDictionary } from '../../state/index.ts';

/** The intervals on offer, in seconds. A link may ask for any other. */
const intervals = [5, 8, 12, 20, 30];

/** Whether the presentation goes on by itself, how fast, and what comes after its end. `settings` are the present or last ones. */
export function AutoplayMenu({ settings, onClose }: { settings: Autoplay; onClose: () => void }) {
  const t = useDictionary();
  const on = useAtlas((state) => state.view.autoplay !== null);
  const { setAutoplay } = useAtlasStore().getState();
  const menu = useRef<HTMLDivElement>(null);
  const group = useId();
  const latest = useRef(onClose);
  latest.current = onClose;
  useEffect(() => {
    const before = document.activeElement;
    const own = menu.current;
    own?.querySelector<HTMLElement>('input')?.focus();
    const onPointerDown = ({ target }: PointerEvent) => {
      // The button that opened it closes it by itself.
      if (target instanceof Node && !own?.parentElement?.contains(target)) latest.current();
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => {
      document.removeEventListener('pointerdown', onPointerDown);
      const focused = document.activeElement;
      const isLost = focused === document.body || own?.contains(focused);
      if (isLost && before instanceof HTMLElement) before.focus();
    };
  }, []);

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
