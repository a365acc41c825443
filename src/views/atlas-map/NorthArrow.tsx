import { useDictionary } from '../../state/index.ts';

/** The map does not turn: north is up, and every printed map says so. */
export function NorthArrow() {
  const t = useDictionary();
  return (
    <svg className="north" viewBox="0 0 24 48" role="img" aria-label={t.northUp}>
      <path className="north-lit" d="M12 1 L12 25 L4 30 Z" />
      <path className="north-shade" d="M12 1 L12 25 L20 30 Z" />
      <text x="12" y="36" textAnchor="middle">
        {t.north}
      </text>
    </svg>
  );
}
