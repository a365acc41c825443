import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

const notesPart = /^ppt\/notesSlides\/notesSlide\d+\.xml$/u;
const slidePart = /^ppt\/slides\/slide\d+\.xml$/u;
/** What stands before the marks of the shape with that name, and its marks, of which it has none. */
const titleShape = /(<p:cNvPr id="\d+" name="title"><\/p:cNvPr><p:cNvSpPr\/>)<p:nvPr><\/p:nvPr>/u;
/** The one run of text that the notes of a slide are written as. */
const notesRun = /<a:p><a:r><a:rPr[^>]*\/><a:t>([\s\S]*?)<\/a:t><\/a:r><a:endParaRPr[^>]*\/><\/a:p>/u;

/**
 * Finishes a PPTX file. Each line of the notes becomes a paragraph, in their language: programs take a line feed within a
 * run for a blank. The text named “title” becomes the slide's title, by which outlines and screen readers name the slide.
 * Pictures stay as they are; the rest is compressed.
 */
export function finishPptx(file: Uint8Array, language: string): Uint8Array<ArrayBuffer> {
  const parts: Zippable = {};
  for (const [path, content] of Object.entries(unzipSync(file))) {
    // Folders have entries of their own that nobody needs.
    if (path.endsWith('/')) continue;
    if (notesPart.test(path)) parts[path] = strToU8(paragraphs(strFromU8(content), language));
    else if (slidePart.test(path)) parts[path] = strToU8(titled(strFromU8(content)));
    else parts[path] = [content, { level: path.startsWith('ppt/media/') ? 0 : 6 }];
  }
  return zipSync(parts);
}

function titled(xml: string): string {
  return xml.replace(titleShape, '$1<p:nvPr><p:ph type="title"/></p:nvPr>');
}

function paragraphs(xml: string, language: string): string {
  return xml.replace(notesRun, (_, text: string) =>
    text
      .split(/\r?\n/u)
      .map((line) => {
        const run = line && `<a:r><a:rPr lang="${language}" dirty="0"/><a:t>${line}</a:t></a:r>`;
        return `<a:p>${run}<a:endParaRPr lang="${language}" dirty="0"/></a:p>`;
      })
      .join(''),
  );
}
