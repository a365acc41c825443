import type { BrowserContext } from '@playwright/test';

/**
 * Notes, from now on and in every window, each request that leaves the origin of `home` and each error that the
 * browser reports; breaches of the page's security policy are among them. A page opened from a disk must not leave its
 * own file. `others` may be visited all the same. The list that it returns grows.
 */
export function watch(
  context: BrowserContext,
  home: string,
  others: readonly string[] = [],
): readonly string[] {
  const offences: string[] = [];
  const own = new URL(home);
  const visit = (address: string) => {
    const { origin, protocol, pathname } = new URL(address);
    const isHome =
      own.protocol === 'file:' ? protocol === 'file:' && pathname === own.pathname : origin === own.origin;
    if (!isHome && !others.includes(origin) && protocol !== 'data:' && protocol !== 'blob:') {
      offences.push(`request to another origin: ${address}`);
    }
  };
  context.on('request', (request) => visit(request.url()));
  context.on('page', (page) =>
    page.on('websocket', (socket) => {
      offences.push(`web socket: ${socket.url()}`);
    }),
  );
  context.on('console', (message) => {
    if (message.type() === 'error') {
      offences.push(`console error: ${message.text()} (${message.location().url || 'no file'})`);
    }
  });
  context.on('weberror', (report) => {
    const error = report.error();
    offences.push(`page error: ${error.stack ?? error.message}`);
  });
  return offences;
}
