/**
 * The licences under which code may be in the built app: those that ask for no more than their notice, which the app
 * carries. Names from the SPDX licence list.
 */
const allowed: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Unlicense',
  'WTFPL',
  'Zlib',
]);

/** The licences under which data may be in the app, as `geo/LICENSE.md` writes them. */
const allowedForData: ReadonlySet<string> = new Set(['CC BY 4.0', 'CC0 1.0', 'MIT', 'ODbL 1.0', 'WTFPL']);

/**
 * Whether code under an SPDX expression may be in the app: of alternatives (`OR`) one has to be allowed, of what holds
 * together (`AND`) all. What is not an expression is not allowed.
 */
export function isAllowedLicense(expression: string): boolean {
  const tokens = expression.match(/[()]|[^\s()]+/gu) ?? [];
  let at = 0;
  const one = (): boolean => {
    const token = tokens[at];
    at += 1;
    if (token !== '(') return token !== undefined && allowed.has(token);
    const inner = either();
    if (tokens[at] !== ')') return false;
    at += 1;
    return inner;
  };
  const all = (): boolean => {
    let holds = one();
    while (tokens[at] === 'AND') {
      at += 1;
      holds = one() && holds;
    }
    return holds;
  };
  const either = (): boolean => {
    let holds = all();
    while (tokens[at] === 'OR') {
      at += 1;
      holds = all() || holds;
    }
    return holds;
  };
  const holds = either();
  return at === tokens.length && holds;
}

/** Whether data under a licence may be in the app. */
export function isAllowedForData(license: string): boolean {
  return allowedForData.has(license);
}
