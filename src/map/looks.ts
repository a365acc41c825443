import type { Tokens } from '../drawing/tokens.ts';
import type { Language } from '../model/view.ts';

/** What the looks of the map depend on: with another of these, everything is drawn anew. */
export interface Looks {
  tokens: Tokens;
  language: Language;
  /** Factor on the sizes of marks and type: 1 on a laptop, more on a wall. */
  scale: number;
}

/** Whether two are drawn with one style. */
export function sameLooks(a: Looks, b: Looks): boolean {
  return a.tokens === b.tokens && a.language === b.language && a.scale === b.scale;
}
