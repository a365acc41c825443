import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dataset } from '../../src/model/dataset.ts';
import { statedInvestment } from '../../src/model/investment.ts';
import type { Problem } from './problem.ts';

/** The READMEs whose figures follow from the data, and how each says them. */
const readmes: { file: string; sentence: (figures: Figures) => string }[] = [
  {
    file: 'README.md',
    sentence: ({ items, mentions, drawn, wide, unlocated, stated, total }) =>
      `${items} items with ${mentions} verbatim quotes; ${drawn} are drawn on the map, ${wide} are known to their district, ${unlocated} could not be located and are listed as such, the others are for the whole city or its urban area. ${stated} projects state their total investment, together ${total} 亿元 (CNY ${total / 10} billion).`,
  },
  {
    file: 'README.zh-CN.md',
    sentence: ({ items, mentions, drawn, wide, unlocated, stated, total }) =>
      `共 ${items} 个事项、${mentions} 条原文出处；其中 ${drawn} 项画在图上，${wide} 项只知所在辖区，${unlocated} 项未能定位、如实列出，其余面向全市或市区。写明总投资的项目 ${stated} 个，合计 ${total} 亿元。`,
  },
];

interface Figures {
  items: number;
  mentions: number;
  drawn: number;
  wide: number;
  unlocated: number;
  stated: number;
  total: number;
}

const block = /<!-- figures -->[\s\S]*?<!-- \/figures -->/u;

/** Writes the figures into the READMEs of a project folder. */
export function writeReadmeFigures(project: string, dataset: Dataset): void {
  for (const { path, text, expected } of readmeTexts(project, dataset)) {
    if (text !== expected) writeFileSync(path, expected);
  }
}

/** Problems where a README's figures are not those of the data. */
export function reportStaleReadmes(project: string, dataset: Dataset, problems: Problem[]): void {
  for (const { file, text, expected } of readmeTexts(project, dataset)) {
    if (text === expected && block.test(text)) continue;
    problems.push({
      file: `../${file}`,
      message: block.test(text) ? 'its figures are not those of the data' : 'has no <!-- figures --> block',
      remedy: 'run npm run geo:write and commit the file; the block ends with <!-- /figures -->',
    });
  }
}

function readmeTexts(project: string, dataset: Dataset) {
  const figures = figuresOf(dataset);
  return readmes.map(({ file, sentence }) => {
    const path = join(project, file);
    const text = readFileSync(path, 'utf8');
    const expected = text.replace(block, () => `<!-- figures -->\n${sentence(figures)}\n<!-- /figures -->`);
    return { file, path, text, expected };
  });
}

function figuresOf({ items }: Dataset): Figures {
  const totals = items.flatMap((item) => statedInvestment(item) ?? []);
  return {
    items: items.length,
    mentions: items.reduce((sum, item) => sum + item.mentions.length, 0),
    drawn: items.filter((item) => item.place.geometry !== null).length,
    wide: items.filter((item) => item.place.precision === 'district').length,
    unlocated: items.filter((item) => item.place.precision === 'unknown').length,
    stated: totals.length,
    total: totals.reduce((sum, total) => sum + total, 0),
  };
}
