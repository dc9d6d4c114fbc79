// Keeps the site's own files, so that it opens and works without a network after one visit. Pages and facts are asked of
// the network first, always: a phone number is never older than the site. What was typed is not here and never is.
// The build writes the list: a file's path, and for a file whose name changes with its contents a sum of these. Without a
// list ("offline": false in clinic.json) this takes away whatever an earlier version kept, and itself.
const VERSION = "";
const FILES = {};

const top = new URL("./", location.href).href;
const own = "foothold " + top + " ";
const known = new Map(Object.entries(FILES).map(([path, sum]) => [top + path, sum]));
const app = Object.keys(FILES).find((path) => path.startsWith("foothold-app-") && path.endsWith(".js"));
// Files that were found whole since the browser has started this.
const sound = new Set();

const cache = () => caches.open(own + VERSION);

function summed(bytes) {
  let sum = 0x811c9dc5;
  for (const byte of new Uint8Array(bytes)) sum = Math.imul(sum ^ byte, 0x01000193);
  return (sum >>> 0).toString(16);
}

// Keeps an answer as the network gave it, policy and all; not one that was cut short or is something else.
async function keep(address, answer) {
  const sum = known.get(address);
  const bytes = await answer.arrayBuffer();
  if (!answer.ok || (sum && summed(bytes) !== sum)) return;
  const headers = new Headers(answer.headers);
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  await (await cache()).put(address, new Response(bytes, { headers }));
}

// A file whose name says what is in it: what is kept is as good as what the network has, if it is whole.
async function kept(event, address) {
  const found = await (await cache()).match(address);
  if (found && (sound.has(address) || summed(await found.clone().arrayBuffer()) === known.get(address))) {
    sound.add(address);
    return found;
  }
  const answer = await fetch(event.request);
  event.waitUntil(keep(address, answer.clone()));
  return answer;
}

// A page or a fact: as the network has it; what is kept only where there is no network, or the host is out of order.
async function fresh(event, address) {
  let answer;
  try {
    answer = (await event.preloadResponse) ?? (await fetch(event.request));
    if (answer.status < 500) {
      event.waitUntil(mend(address, answer.clone()));
      return answer;
    }
  } catch {}
  return (await (await cache()).match(address)) ?? answer ?? Response.error();
}

// Puts back what has gone missing, unless it belongs to another version than the rest.
async function mend(address, answer) {
  if (await (await cache()).match(address)) return;
  const page = address.endsWith("/");
  if (!page || (await answer.clone().text()).includes(app)) await keep(address, answer);
}

addEventListener("install", (event) => {
  if (!known.size) return skipWaiting();
  // A file that does not come now is put there when it is next asked for.
  const fill = ([address, sum]) => fetch(address, { cache: sum ? "default" : "no-cache" }).then((answer) => keep(address, answer));
  event.waitUntil(Promise.allSettled([...known].map(fill)));
});

addEventListener("activate", (event) => {
  const begin = async () => {
    for (const name of await caches.keys()) {
      if (name.startsWith(own) && (!known.size || name !== own + VERSION)) await caches.delete(name);
    }
    if (!known.size) return registration.unregister();
    await registration.navigationPreload?.enable();
    await clients.claim();
  };
  event.waitUntil(begin());
});

addEventListener("fetch", (event) => {
  const address = event.request.url.split(/[?#]/)[0];
  if (event.request.method !== "GET" || !known.has(address)) return;
  event.respondWith(known.get(address) ? kept(event, address) : fresh(event, address));
});
