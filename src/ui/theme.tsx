import { createContext, type ReactNode, useContext, useLayoutEffect } from 'react';
import { cssVariables, type Tokens, themeTokens } from '../drawing/tokens.ts';
import type { ThemeId } from '../model/view.ts';

const TokensContext = createContext<Tokens>(themeTokens.light);

/**
 * Gives a theme's tokens to style sheets, as custom properties, and to components. Style sheets know the theme itself
 * by `data-theme` of the root: the type of some is larger.
 */
export function ThemeProvider({ theme, children }: { theme: ThemeId; children: ReactNode }) {
  const tokens = themeTokens[theme];
  // Before anything measures or paints.
  useLayoutEffect(() => {
    const root = document.documentElement;
    root.dataset.theme = theme;
    for (const [name, value] of Object.entries(cssVariables(tokens))) root.style.setProperty(name, value);
    document.querySelector('meta[name="theme-color"]')?.setAttribute('content', tokens.paper);
  }, [theme, tokens]);
  return <TokensContext value={tokens}>{children}</TokensContext>;
}

/** The tokens of the present theme. */
export function useTokens(): Tokens {
  return useContext(TokensContext);
}
