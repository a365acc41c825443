import { collapse } from './report-text.ts';
import type { MentionSource } from './schema.ts';

/** The one unit of stated totals: 100 million yuan. */
const investmentUnit = '亿元';
/** The one unit of growth on the year before. */
const growthUnit = '%';

type FigureSource = MentionSource['figures'][number];

/** Checks that a figure stands in its quote as written: its words, or its value directly followed by its unit. */
export function checkFigure(figure: FigureSource, quote: string): { message: string; remedy: string } | null {
  if (figure.measure === 'investment-total' && figure.unit !== investmentUnit) {
    return {
      message: `total investment of ${figure.value}${figure.unit} is not in ${investmentUnit}`,
      remedy: `give value and unit in ${investmentUnit}: totals are ranked and summed`,
    };
  }
  if (figure.growth && figure.unit !== growthUnit) {
    return {
      message: `growth of ${figure.value}${figure.unit} is not in ${growthUnit}`,
      remedy: `give the growth in ${growthUnit}, or take growth away: it stands beside the value that grew`,
    };
  }
  const written = collapse(figure.text ?? `${figure.value}${figure.unit}`);
  if (standsIn(written, collapse(quote))) return null;
  return {
    message: `figure ${figure.label} “${written}” is not in its quote “${quote}”`,
    remedy:
      'give value and unit as the quote has them, or text: <how the quote writes it>, or quote more of the sentence',
  };
}

/** Whether the text holds the figure as a whole number: 50亿元 does not stand in 150亿元. */
function standsIn(written: string, text: string): boolean {
  const beginsWithDigit = /^\d/u.test(written);
  for (let at = text.indexOf(written); at >= 0; at = text.indexOf(written, at + 1)) {
    const before = text[at - 1] ?? '';
    const after = text[at + written.length] ?? '';
    const cutsFront = beginsWithDigit && /[\d.]/u.test(before);
    const cutsBack = /\d$/u.test(written) && /[\d.]/u.test(after);
    if (!cutsFront && !cutsBack) return true;
  }
  return false;
}
