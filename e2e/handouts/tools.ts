import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { canInstallPackages, installPackages } from '../debian.ts';
import { failure, type Machine } from '../machine.ts';

/** The programs that render a handout, with the Debian package that each comes in. */
const programs = { soffice: 'libreoffice-impress', pdftoppm: 'poppler-utils', pdftotext: 'poppler-utils' };

/** Finds or installs the programs; says what it did, or the remedy. False when they are not there. */
export function prepareTools(machine: Machine): boolean {
  const missing = () =>
    Object.entries(programs).flatMap(([program, name]) =>
      machine.run('sh', ['-c', `command -v ${program}`]).ok ? [] : [name],
    );
  const packages = [...new Set(missing())];
  if (packages.length > 0 && canInstallPackages(machine)) installPackages(machine, 'handouts', packages);
  const still = [...new Set(missing())];
  if (still.length === 0) return true;
  machine.say(
    `handouts: ${still.join(' and ')} must be installed to render them (Debian, as root: apt-get install ${still.join(' ')})`,
  );
  return false;
}

/** A page of a rendered document: its words in the order in which they were written, without blanks, and its picture. */
export interface RenderedPage {
  text: string;
  /** Words that lie over the page's edge. */
  outside: string[];
  png: Buffer;
}

/** Turns slides into a PDF beside them, with LibreOffice; gives its path. */
export function slidesToPdf(machine: Machine, pptx: string, folder: string): string {
  run(machine, 'soffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder, pptx], 5);
  return join(folder, `${basename(pptx, '.pptx')}.pdf`);
}

/** Renders every page of a PDF. */
export function renderPages(machine: Machine, pdf: string): RenderedPage[] {
  const folder = pdf.replace(/\.pdf$/u, '');
  mkdirSync(folder, { recursive: true });
  run(machine, 'pdftoppm', ['-r', '80', '-png', pdf, join(folder, 'page')], 5);
  const files = readdirSync(folder).filter((name) => name.endsWith('.png'));
  return files.sort().map((name, index) => {
    const only = ['-f', String(index + 1), '-l', String(index + 1)];
    const text = run(machine, 'pdftotext', ['-raw', ...only, pdf, '-']);
    const boxes = run(machine, 'pdftotext', ['-bbox', ...only, pdf, '-']);
    return { text: squeezed(text), outside: wordsOutside(boxes), png: readFileSync(join(folder, name)) };
  });
}

/** A text without blanks and line ends, and with one kind of quotation marks and letters: renderers differ in them. */
export function squeezed(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s\u00ad\u200b]+/gu, '');
}

function wordsOutside(boxes: string): string[] {
  const [, width = '0', height = '0'] = /<page width="([\d.]+)" height="([\d.]+)"/u.exec(boxes) ?? [];
  const word = /<word xMin="(-?[\d.]+)" yMin="(-?[\d.]+)" xMax="(-?[\d.]+)" yMax="(-?[\d.]+)">([^<]*)</gu;
  return [...boxes.matchAll(word)].flatMap(([, left, top, right, bottom, text = '']) =>
    Number(left) < 0 || Number(top) < 0 || Number(right) > Number(width) || Number(bottom) > Number(height)
      ? [text]
      : [],
  );
}

function run(machine: Machine, program: string, args: readonly string[], minutes = 1): string {
  const outcome = machine.run(program, args, minutes);
  if (!outcome.ok) throw new Error(`${program} failed: ${failure(outcome)}`);
  return outcome.output;
}
