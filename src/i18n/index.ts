import type { Figure } from '../model/dataset.ts';
import type { Language } from '../model/view.ts';
import type { Term } from '../model/vocabulary.ts';
import { en } from './en.ts';
import { type Dictionary, zh } from './zh.ts';

export type { Dictionary } from './zh.ts';

const dictionaries: Record<Language, Dictionary> = { zh, en };

/** The interface texts in a language. */
export function dictionary(language: Language): Dictionary {
  return dictionaries[language];
}

/** A vocabulary term in a language. */
export function termIn(term: Term, language: Language): string {
  return term[language];
}

/** The name of anything that carries `name` and `nameEn`. */
export function nameIn(named: { name: string; nameEn: string }, language: Language): string {
  return language === 'zh' ? named.name : named.nameEn;
}

/** The title of anything that carries `title` and `titleEn`; what has no English one keeps its own. */
export function titleIn(titled: { title: string; titleEn: string }, language: Language): string {
  return language === 'zh' ? titled.title : titled.titleEn || titled.title;
}

/** The text of a scene; a person's own has one language. */
export function textIn(scene: { text: string; textEn: string }, language: Language): string {
  return language === 'zh' ? scene.text : scene.textEn || scene.text;
}

/** What a speaker says to a scene; a person's own has one language. */
export function notesIn(scene: { notes: string; notesEn: string }, language: Language): string {
  return language === 'zh' ? scene.notes : scene.notesEn || scene.notes;
}

/** A distance for people: metres below one kilometre, else kilometres. */
export function formatMeters(meters: number, language: Language): string {
  if (meters < 1000) return language === 'zh' ? `${meters} 米` : `${meters} m`;
  const km = Number((meters / 1000).toFixed(1));
  return language === 'zh' ? `${km} 公里` : `${km} km`;
}

/** The language tag for `lang` attributes and Intl. */
export function languageTag(language: Language): string {
  return language === 'zh' ? 'zh-CN' : 'en';
}

/** A number with its unit, apart, so that the unit can be set smaller. */
export interface FigureText {
  prefix: string;
  number: string;
  unit: string;
}

/** A stated sum in 亿元 (100 million yuan): as the report writes it, or in the English way of counting. */
export function formatHundredMillion(value: number, language: Language): FigureText {
  if (language === 'zh') return { prefix: '', number: String(value), unit: '亿元' };
  return { prefix: 'CNY ', number: String(Number((value / 10).toFixed(3))), unit: 'billion' };
}

/** A figure as the report gives it: its own words where it writes the number in words. */
export function formatFigure(figure: Figure, language: Language): FigureText {
  if (language === 'zh' && figure.text) return { prefix: '', number: figure.text, unit: '' };
  if (figure.unit === '亿元') return formatHundredMillion(figure.value, language);
  return { prefix: '', number: String(figure.value), unit: language === 'zh' ? figure.unit : figure.unitEn };
}
