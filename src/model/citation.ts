import type { Mention, Report } from './dataset.ts';
import { quoteInContext } from './quotes.ts';

/**
 * A quote ready to be cited: the report's own words, who said them where and when, and under which heading. In
 * Chinese, as the words are; the form follows GB/T 7714 (issuer. title. date) as far as a report without a publisher can.
 */
export function citation(mention: Mention, reports: readonly Report[]): string {
  const { quote, report, sections, paragraph } = quoteInContext(mention, reports);
  const headings = [...sections.map(({ title }) => title), paragraph.lead].filter(Boolean);
  const [year, month, day] = report.date.split('-').map(Number);
  const where = headings.length > 0 ? `，“${headings.join('·')}”` : '';
  return `“${quote}”——${report.issuer}：《${report.title}》，${year}年${month}月${day}日${where}（本图段落号 ${paragraph.id}）。`;
}
