/** The id of the element that holds decks inside a page; `index.html` has it, empty. */
export const decksElementId = 'atlas-decks';

const openingTag = `<script type="application/json" id="${decksElementId}">`;
const closingTag = '</script>';

/**
 * The HTML text of a page with these decks (JSON text) inside, in place of any there were. The page's own scripts may
 * speak of the element too: the first one is meant, which stands in the head. Throws where there is none.
 */
export function withDecks(page: string, json: string): string {
  const start = page.indexOf(openingTag);
  const end = page.indexOf(closingTag, start);
  if (start < 0 || end < 0) {
    throw new Error(
      `The page has no place for decks (an element with the id ${decksElementId}): take the single file that came with the atlas.`,
    );
  }
  return page.slice(0, start + openingTag.length) + inertJson(json) + page.slice(end);
}

/** JSON text that ends no element and no line of a script (U+2028 and U+2029 are Zl and Zp); it means the same. */
function inertJson(json: string): string {
  return json.replaceAll(
    /[<\p{Zl}\p{Zp}]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * The HTML text of a page from the serialised root element, without what a link has set on that: the page as it was
 * built. `lang` is the language tag in which it was.
 */
export function pageAsBuilt(rootElement: string, lang: string): string {
  return `<!doctype html>\n${rootElement.replace(/^<html\b[^>]*>/u, `<html lang="${lang}">`)}\n`;
}
