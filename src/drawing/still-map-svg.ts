/** Small pieces of SVG text: everything that comes from data passes through here. */

/** A text for use between tags or inside a quoted attribute, in HTML and XML alike. */
export function escapeText(text: string): string {
  // Control characters have no place in XML, not even escaped.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
  const allowed = text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '');
  return allowed
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** An element with attributes; those that are undefined are left out. Children are SVG text already. */
export function element(
  tag: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  children: string | readonly string[] = '',
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeText(String(value))}"`)
    .join('');
  const inner = typeof children === 'string' ? children : children.join('');
  return inner === '' ? `<${tag}${written}/>` : `<${tag}${written}>${inner}</${tag}>`;
}

/** A number for an attribute, without needless digits. */
export function short(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}

/** A share of a whole as a percentage for an attribute: positions that move with the picture, not with its units. */
export function percent(part: number, whole: number, digits = 2): string {
  return `${short((part / whole) * 100, digits)}%`;
}
