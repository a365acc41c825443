import type { BrowserContext, Page } from 'puppeteer-core';

/**
 * Notes, from now on and in every window of the context, each request that leaves the atlas, each error that the page
 * reports, and each breach of its security policy. The list that it returns grows.
 */
export async function watch(context: BrowserContext, first: Page, home: string): Promise<readonly string[]> {
  const offences: string[] = [];
  const own = new URL(home);
  const isAtHome = (address: string) => {
    const { protocol, hostname, pathname } = new URL(address);
    if (protocol === 'data:' || protocol === 'blob:' || protocol === 'about:') return true;
    return own.protocol === 'file:'
      ? protocol === 'file:' && pathname === own.pathname
      : hostname === own.hostname;
  };
  const observe = (page: Page) => {
    page.on('request', (request) => {
      if (!isAtHome(request.url())) offences.push(`request to another origin: ${request.url()}`);
    });
    page.on('console', (message) => {
      if (message.type() === 'error') offences.push(`console error: ${message.text()}`);
    });
    page.on('pageerror', (error) => {
      offences.push(`page error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    });
  };
  observe(first);
  // What a policy forbids Firefox tells the page alone.
  await first.evaluateOnNewDocument(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`The security policy forbids ${blockedURI} (${violatedDirective}).`),
    );
  });
  context.on('targetcreated', async (target) => {
    const page = target.type() === 'page' ? await target.page() : null;
    if (page && page !== first) observe(page);
  });
  return offences;
}
