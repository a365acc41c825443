import { titleIn } from '../../i18n/index.ts';
import type { Report } from '../../model/dataset.ts';
import { useAtlas, useDictionary } from '../../state/index.ts';

/** The report's outline, each heading with the number of items under it. */
export function Outline({
  report,
  counts,
  onGo,
}: {
  report: Report;
  /** Distinct items by section, of those on show. */
  counts: ReadonlyMap<string, number>;
  onGo: (section: string) => void;
}) {
  const t = useDictionary();
  const language = useAtlas((state) => state.view.language);
  return (
    <nav className="outline" aria-label={t.reader.outline}>
      <ol lang={language === 'zh' ? 'zh-CN' : 'en'}>
        {report.sections.map((section) => (
          <li key={section.id} data-level={section.level}>
            <button type="button" onClick={() => onGo(section.id)}>
              <span>{titleIn(section, language)}</span>
              <span className="outline-count">{t.reader.sectionItems(counts.get(section.id) ?? 0)}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
