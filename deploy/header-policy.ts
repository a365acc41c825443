/** Who may show the site in a frame: its own origin and the listed ones, any site at all, or nobody. */
export const framings = ['listed', 'anyone', 'nobody'] as const;
export type FramedBy = (typeof framings)[number];

/** A directive of nginx's is no longer than this: it reads its configuration in pieces of 4096 bytes. */
const longestDirective = 4000;

/** The policy that a built page has in its head, or null where it has none. */
export function policyInPage(html: string): string | null {
  return /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/u.exec(html)?.[1] ?? null;
}

/**
 * The policy as a header: what the page itself says, and what only a header can say, who may put it into a frame.
 * `embedOrigins` are those of the deploy configuration.
 */
export function headerPolicy(policy: string, framedBy: FramedBy, embedOrigins: readonly string[]): string {
  if (framedBy === 'anyone') return policy;
  const who = framedBy === 'nobody' ? ["'none'"] : ["'self'", ...embedOrigins];
  return `${policy}; frame-ancestors ${who.join(' ')}`;
}

/** The policies of a site's pages, as headers: by the page's path from the site. That of index.html is for all else. */
export type PagePolicies = Readonly<Record<string, string>>;

/** Reads the policies of built pages, given by their paths. Throws where one has none. */
export function pagePolicies(
  pages: Readonly<Record<string, string>>,
  framedBy: FramedBy,
  embedOrigins: readonly string[],
): PagePolicies {
  if (!Object.hasOwn(pages, 'index.html'))
    throw new Error('The site has no index.html: build it (npm run build).');
  return Object.fromEntries(
    Object.entries(pages).map(([path, html]) => {
      const policy = policyInPage(html);
      if (policy === null)
        throw new Error(
          `${path} has no Content-Security-Policy in its head: build the site anew (npm run build).`,
        );
      return [path, headerPolicy(policy, framedBy, embedOrigins)];
    }),
  );
}

/** The policy of any file of the site, by its path: a page's own; workers and all others have that of index.html. */
export function policyOf(path: string, policies: PagePolicies): string {
  return policies[path] ?? policies['index.html'] ?? '';
}

/** A configuration of nginx's that gives `$atlas_policy`, by the path in the address, whatever path the site lies on. */
export function nginxPolicies(policies: PagePolicies): string {
  const others = Object.keys(policies).filter((path) => path !== 'index.html');
  const lines = [
    ['default', policyOf('index.html', policies)],
    ...others.map((path) => [
      `"~/${path.replaceAll(/[.+?()[\]{}|^$*\\]/gu, '\\$&')}$"`,
      policyOf(path, policies),
    ]),
  ].map(([key = '', policy = '']) => {
    if (/["\\$\n]/u.test(policy)) throw new Error(`nginx would misread this policy: ${policy}`);
    const line = `    ${key} "${policy}";`;
    if (line.length > longestDirective)
      throw new Error(
        `The policy for ${key} has ${line.length} characters; nginx takes ${longestDirective}.`,
      );
    return line;
  });
  return [
    '# Written by npm run deploy:files: the policies that stand in the built pages, as headers.',
    'map $uri $atlas_policy {',
    ...lines,
    '}',
    '',
  ].join('\n');
}
