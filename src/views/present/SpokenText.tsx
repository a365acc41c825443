import { Fragment } from 'react';
import { splitAtFigures } from '../../i18n/figures-in-text.ts';

/** Words in large type, in which the end of a line parts no figure from its unit. */
export function SpokenText({ text }: { text: string }) {
  return splitAtFigures(text).map((part, index) =>
    index % 2 === 0 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no other name
      <Fragment key={index}>{part}</Fragment>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no other name
      <span key={index} className="kept-together">
        {part}
      </span>
    ),
  );
}
