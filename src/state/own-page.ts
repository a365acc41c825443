import { languageTag } from '../i18n/index.ts';
import type { BuiltAtlas } from '../model/deploy.ts';
import { decksElementId, pageAsBuilt } from '../model/single-file.ts';
import { defaultView } from '../model/view.ts';

let readPage: (() => Promise<string>) | null = null;
let decks: string | null = null;

/**
 * Notes how the single file can be had later, and what decks came inside the page. To be called before anything is
 * rendered: a page opened from a disk cannot be read again, so the single file keeps its own text.
 */
export function keepOwnPage({ singleFile, singleFileName }: BuiltAtlas): void {
  decks = document.getElementById(decksElementId)?.textContent?.trim() || null;
  if (singleFile) {
    const page = pageAsBuilt(document.documentElement.outerHTML, languageTag(defaultView.language));
    readPage = async () => page;
  } else {
    readPage = () => fetchPage(`./${singleFileName}`);
  }
}

/**
 * The HTML text of the atlas as a single file: this very page where it is one, else the file beside it. Rejects with the
 * reason where that cannot be had.
 */
export function ownPage(): Promise<string> {
  if (!readPage) return Promise.reject(new Error('keepOwnPage() was not called before ownPage().'));
  return readPage();
}

/** The decks that came inside the page, as JSON text; null where there are none. */
export function embeddedDecks(): string | null {
  return decks;
}

async function fetchPage(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) {
    throw new Error(
      `${address} could not be loaded: the server answered ${response.status}. It belongs beside index.html.`,
    );
  }
  return response.text();
}
