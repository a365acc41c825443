import { formatFigure } from '../i18n/index.ts';
import type { Figure } from '../model/dataset.ts';
import type { Language } from '../model/view.ts';
import { FigureValue } from './FigureValue.tsx';

/** A figure of the report in a list of terms, with the year of the sentence that states it. */
export function FigureRow({ figure, year, language }: { figure: Figure; year: number; language: Language }) {
  return (
    <div>
      <dt>
        {year} {language === 'zh' ? figure.label : figure.labelEn}
      </dt>
      <dd>
        <FigureValue figure={formatFigure(figure, language)} />
      </dd>
    </div>
  );
}
