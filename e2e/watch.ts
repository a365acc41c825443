import type { BrowserContext } from '@playwright/test';

/**
 * Notes, from now on and in every window, each request that leaves the origin and each error that the
 * browser reports; breaches of the page's security policy are among them. `others` may be visited all the same. The list
 * that it returns grows.
 */
export function watch(
  context: BrowserContext,
  origin: string,
  others: readonly string[] = [],
): readonly string[] {
  const offences: string[] = [];
  const visit = (address: string) => {
    const { origin: target, protocol } = new URL(address);
    if (target !== origin && !others.includes(target) && protocol !== 'data:' && protocol !== 'blob:') {
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
