/*
 * The service worker: keeps the whole site for use without a network. The build puts before this text what it made:
 * `built.version`, and in `built.files` each file's address from here with the SHA-256 of its content, in base64, and
 * whether the site can do without it.
 *
 * One cache for each version. A new version is fetched beside the present one and waits; it takes over when a person
 * accepts it, or when no window is open any more. Nobody gets half of one version and half of another: a page and its
 * parts come from one cache, parts of an older page from its own for as long as such a page may be open.
 */

const scope = new URL(self.registration.scope);
/** Other sites of this origin keep caches too; those of this one begin so. */
const prefix = `atlas ${scope.pathname} `;
const cacheName = prefix + built.version;
const addressOf = (path) => new URL(path, scope).href;
const kept = new Set(built.files.map(({ path }) => addressOf(path)));
const page = addressOf('./');
/** Both name the page; what follows them as parameters is the page's own affair. */
const pagePaths = new Set([scope.pathname, new URL('index.html', scope).pathname]);

self.addEventListener('install', (event) => event.waitUntil(keepAll()));

self.addEventListener('activate', (event) =>
  event.waitUntil(
    Promise.all([
      // A page of the first visit has its further parts from here at once.
      self.clients.claim(),
      clearOld(),
    ]),
  ),
);

self.addEventListener('message', (event) => {
  if (event.data === 'take-over') event.waitUntil(self.skipWaiting());
  // A page has started, and it is of this version: if it is the only one, no older one is open.
  if (event.data === 'started') event.waitUntil(clearOld());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  // A part of a file is not kept, nor is anything from elsewhere, as a basemap is.
  if (request.method !== 'GET' || request.headers.has('range')) return;
  const url = new URL(request.url);
  if (url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname)) return;
  url.hash = '';
  if (request.mode === 'navigate' && pagePaths.has(url.pathname)) event.respondWith(answer(page, request));
  else if (kept.has(url.href) || url.pathname.startsWith(`${scope.pathname}assets/`))
    event.respondWith(answer(url.href, request));
});

/** What is kept under an address; else what the network has. */
async function answer(address, request) {
  const own = await caches.open(cacheName);
  const found = await own.match(address);
  if (found) return found;
  for (const name of await ownCaches()) {
    const older = await (await caches.open(name)).match(address);
    if (older) return older;
  }
  return fetch(request);
}

/** Fetches all files; fails, to be tried again at the next visit, when one that is needed is not to be had as built. */
async function keepAll() {
  const cache = await caches.open(cacheName);
  const waiting = [...built.files];
  const fetchNext = async () => {
    for (let file = waiting.shift(); file; file = waiting.shift()) await keep(cache, file);
  };
  try {
    // A few at a time: the page that is open may want the network too.
    await Promise.all(Array.from({ length: 4 }, fetchNext));
  } catch (error) {
    await caches.delete(cacheName);
    throw error;
  }
}

async function keep(cache, { path, sha256, optional }) {
  try {
    const address = addressOf(path);
    if (await cache.match(address)) return;
    const response = await fetch(address, { cache: 'no-cache', credentials: 'same-origin' });
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    const body = await response.arrayBuffer();
    // Between two versions, or through a cache on the way, a server may hand out a file of another one.
    if ((await digest(body)) !== sha256) throw new Error('it is not as it was built');
    // Made anew, as it is now: unpacked, and without the redirection for which it would be refused as a page.
    const headers = new Headers(response.headers);
    for (const name of ['content-encoding', 'content-length']) headers.delete(name);
    await cache.put(address, new Response(body, { headers }));
  } catch (error) {
    const message = `${path} cannot be kept for use without a network: ${error.message}.`;
    if (!optional) throw new Error(message);
    console.warn(message);
  }
}

async function digest(body) {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
  return btoa(String.fromCharCode(...bytes));
}

/** The caches of other versions of this site. */
async function ownCaches() {
  return (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== cacheName);
}

/** Clears the caches of older versions, unless a second window may still live on one. */
async function clearOld() {
  if (self.registration.active === null) return;
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const inScope = windows.filter(({ url }) => url.startsWith(scope.href));
  // Whatever is waiting to take over is newer, and not cleared.
  if (inScope.length > 1 || self.registration.waiting || self.registration.installing) return;
  for (const name of await ownCaches()) await caches.delete(name);
}
