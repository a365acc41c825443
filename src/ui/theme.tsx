import { createContext, type ReactNode, useContext, useEffect } from 'react';
import { cssVariables, paperTokens, type Tokens } from '../drawing/tokens.ts';

const TokensContext = createContext<Tokens>(paperTokens);

/** Gives the tokens to style sheets, as custom properties, and to components. */
export function ThemeProvider({ tokens, children }: { tokens: Tokens; children: ReactNode }) {
  useEffect(() => {
    const { style } = document.documentElement;
    for (const [name, value] of Object.entries(cssVariables(tokens))) style.setProperty(name, value);
  }, [tokens]);
  return <TokensContext value={tokens}>{children}</TokensContext>;
}

/** The tokens of the present theme. */
export function useTokens(): Tokens {
  return useContext(TokensContext);
}
