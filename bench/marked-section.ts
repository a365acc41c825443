/**
 * A document with what stands between `<!-- name -->` and `<!-- /name -->` replaced by a text, on lines of its own. Throws
 * where the two marks do not stand in it once, in this order.
 */
export function withSection(document: string, name: string, text: string): string {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [before, inside, ...more] = document.split(begin);
  const [, after, ...others] = inside?.split(end) ?? [];
  if (before === undefined || after === undefined || more.length > 0 || others.length > 0)
    throw new Error(`The document must hold ${begin} and ${end} once, in this order.`);
  return `${before}${begin}\n${text.trim()}\n${end}${after}`;
}
