// The portal's service worker. It keeps the program's own files and one page that says "offline"; never a bill, never any
// other page, never an answer to a form: whoever takes the phone finds nobody's data in it.
const version = 'portal-1';
const offline = '/offline.html';
const kept = [offline, '/css/offline.css', '/img/favicon.svg'];
const isFile = url => url.origin === self.location.origin && /^\/(css|js|img|lib)\//.test(url.pathname);

self.addEventListener('install', event => event.waitUntil(
  caches.open(version).then(cache => cache.addAll(kept)).then(() => self.skipWaiting())));

self.addEventListener('activate', event => event.waitUntil(
  caches.keys().then(names => Promise.all(names.filter(name => name !== version).map(name => caches.delete(name)))).then(() => self.clients.claim())));

self.addEventListener('fetch', event => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate') {
    event.respondWith(fetch(request).catch(() => caches.match(offline)));
  } else if (isFile(url) || kept.includes(url.pathname)) {
    // The address carries the file's version: what is kept under it stays true. Without one it is asked for anew.
    event.respondWith(caches.open(version).then(async cache => {
      const found = url.searchParams.has('v') ? await cache.match(request) : null;
      if (found) return found;
      try {
        const answer = await fetch(request);
        if (answer.ok) cache.put(request, answer.clone());
        return answer;
      } catch (error) {
        const old = await cache.match(request);
        if (old) return old;
        throw error;
      }
    }));
  }
});
