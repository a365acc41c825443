import type { FigureText } from '../i18n/index.ts';

/** A number with its unit set smaller beside it. */
export function FigureValue({ figure: { prefix, number, unit } }: { figure: FigureText }) {
  return (
    <>
      {prefix && <span className="unit">{prefix}</span>}
      <b>{number}</b>
      {unit && <span className="unit"> {unit}</span>}
    </>
  );
}
