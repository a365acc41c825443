import { useDictionary } from '../../state/index.ts';

/** In short what `docs/ACCESSIBILITY.md` states: what was tested, and what was not. */
export function Accessibility() {
  const { title, aim, tested, map, notCovered, contact } = useDictionary().accessibility;
  return (
    <>
      <h3>{title}</h3>
      <p>{aim}</p>
      <ul>
        {[tested, map, notCovered, contact].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
