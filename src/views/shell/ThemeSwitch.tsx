import { Moon, Projector, Sun } from 'lucide-react';
import { nextTheme } from '../../model/view.ts';
import { useAtlas, useAtlasStore, useDictionary } from '../../state/index.ts';

const icons = { light: Sun, dark: Moon, projector: Projector } as const;

/** Steps to the next theme; its name says which one is on and which comes. */
export function ThemeSwitch() {
  const t = useDictionary();
  const theme = useAtlas((state) => state.view.theme);
  const store = useAtlasStore();
  const next = nextTheme(theme);
  const Icon = icons[theme];
  return (
    <button
      type="button"
      className="quiet-button"
      aria-label={t.themeSwitch(t.themes[theme], t.themes[next])}
      title={t.themeSwitch(t.themes[theme], t.themes[next])}
      onClick={() => store.getState().setTheme(next)}
    >
      <Icon size="1.1em" aria-hidden="true" />
      <span className="theme-name">{t.themes[theme]}</span>
    </button>
  );
}
