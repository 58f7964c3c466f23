// The copy of the site on this device. `cargo xtask seal` fills in the two constants; the version is a hash of
// everything in the list, so any changed file makes a new worker. A list left empty (a development build)
// means: keep no copy, and remove the ones that are there.
'use strict';

const VERSION = '';
const FILES = [];

const PREFIX = `so-ocop ${new URL(self.registration.scope).pathname} `;
const CACHE = PREFIX + VERSION;
const HOME = new URL('./', self.location).href;
const URLS = new Set(FILES.map((file) => new URL(file, self.location).href));
// Names that carry a hash of their content never change; the others are asked for anew at every install.
const HASHED = /-[0-9a-f]{16}(_bg)?\.\w+$/;

const wanted = (url) => new Request(url, { cache: HASHED.test(url) ? 'default' : 'no-cache' });

// A newer version is installed when it is whole. The first one is at work as soon as it has the page itself: what the visit
// has brought follows (`keep`), then the rest (`fill`).
async function install() {
  if (FILES.length === 0) return self.skipWaiting();
  const cache = await caches.open(CACHE);
  if (self.registration.active) return cache.addAll([...URLS].map(wanted));
  await cache.add(wanted(HOME));
}

async function lacked(cache, url) {
  if (!(await cache.match(url))) await cache.add(wanted(url));
}

// What the page has just used is still in the browser's own cache: with it the next visit is quick.
async function keep(urls) {
  const cache = await caches.open(CACHE);
  await Promise.all(urls.filter((url) => URLS.has(url)).map((url) => lacked(cache, url)));
}

// One file after the other, and no longer than a moment: the page asks for the next ones when the person rests. An
// interrupted copy goes on at the next visit.
const MOMENT = 200;
let filling = null;
async function fill() {
  const cache = await caches.open(CACHE);
  const kept = new Set((await cache.keys()).map((request) => request.url));
  const begun = performance.now();
  for (const url of URLS) {
    if (kept.has(url)) continue;
    await cache.add(wanted(url));
    if (performance.now() - begun > MOMENT) break;
  }
}

async function activate() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)));
  if (FILES.length === 0) await self.registration.unregister();
  else await self.clients.claim();
}

// The cached response itself is handed on: a rebuilt one has no address, and the engine keeps compiled code by address.
async function answer(url, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(url)) || fetch(request);
}

async function status() {
  const cache = await caches.open(CACHE);
  const kept = new Set((await cache.keys()).map((request) => request.url));
  const complete = FILES.length > 0 && [...URLS].every((url) => kept.has(url));
  return { type: 'status', version: VERSION, files: URLS.size, kept: kept.size, complete };
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));

self.addEventListener('fetch', (event) => {
  const request = event.request;
  if (request.method !== 'GET') return;
  const url = request.url.split(/[?#]/)[0];
  if (URLS.has(url)) event.respondWith(answer(url, request));
  else if (request.mode === 'navigate' && FILES.length > 0) event.respondWith(answer(HOME, request));
});

self.addEventListener('message', (event) => {
  const reply = (data) => (event.ports[0] || event.source).postMessage(data);
  if (event.data.type === 'skip-waiting') self.skipWaiting();
  if (event.data.type === 'status') event.waitUntil(status().then(reply));
  if (event.data.type === 'keep') event.waitUntil(keep(event.data.urls).catch(() => null));
  if (event.data.type === 'fill') {
    filling = filling || fill().finally(() => (filling = null));
    event.waitUntil(filling.catch(() => null).then(status).then(reply));
  }
});
