// The clinic's page inside another page without a frame; embed.js loads it for mode="inline". The page lives in a shadow
// root: our styles stay in, the host's stay out. What the app believes to be its window, document, address and history
// are stand-ins that end at the element, so the host's own are never touched. docs/EMBEDDING.md says what that means.
import watch, { about } from "./watch.js";

// What was fetched, for every element that needs the same: sheets by address and theme, modules and texts by address.
const had = new Map();
// What an element shows, for as long as the element is there: it may be moved, taken out and put back.
const kept = new WeakMap();

function once(key, make) {
  if (!had.has(key)) {
    const made = make();
    had.set(key, made);
    // What could not be had is asked for again next time.
    made.catch(() => had.delete(key));
  }
  return had.get(key);
}

async function fetched(address) {
  const answer = await fetch(address, { credentials: "omit", referrerPolicy: "no-referrer" });
  if (!answer.ok) throw new Error(answer.status + " for " + address);
  return answer;
}

// Names that the build fills in: the app's own glue, and the same for many at once.
const APP = "foothold-app.js";
const GLUE = "./foothold-inline.js";

const text = (address) => once(address, async () => (await fetched(address)).text());

// One compiled module for all elements. A host may serve it under a type that cannot be streamed.
const module = (address) =>
  once(address, async () => {
    try {
      return await WebAssembly.compileStreaming(fetched(address));
    } catch {
      return WebAssembly.compile(await (await fetched(address)).arrayBuffer());
    }
  });

// Our sheet as it has to read inside: widths are those of the element and not of the screen, and sizes go by the
// visitor's own text size, whatever the host made of it.
function within(css, theme) {
  const dark = { dark: "@media all", light: "@media not all" }[theme];
  return css
    .replace(/@media\s*\(prefers-color-scheme:\s*dark\)/g, (asked) => dark || asked)
    .replace(/@media\s+([^{]*width[^{]*)/g, (_, wide) => "@container " + wide.replace(/rem\b/g, "em"))
    .replace(/:root\b/g, "html")
    .replace(/(-?\d*\.?\d+)rem\b/g, "calc($1*var(--rem,16px))")
    .replace(/(\d)vw\b/g, "$1cqi");
}

const BEFORE =
  ":host{display:block!important;position:relative!important;max-height:none!important;overflow:visible!important}" +
  "html{all:initial;display:none;direction:ltr;container-type:inline-size}html.on{display:block}.on+slot{display:none}" +
  "head,.skip{display:none!important}";
// 911, 988 and the clinic's phone stay; what the host has itself goes. The menu comes back once somebody has moved on.
const AFTER = ".page{min-block-size:0}.strip{position:static}";
const ALONE = ".head nav,.head .brand{display:none}";

function sheet(css) {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
}

const NAMES = ["href", "action", "src"];

// The host's page has a main part of its own, and help and menus of many elements would be told apart by nobody.
const ROLES = { main: "region", "body > header": "group", "body > footer": "group", "body > aside": "note" };

// Gives addresses inside a node their whole form, because here they would be read as the host's; and parts of a page their
// place in another one.
function whole(node, base, title) {
  for (const [part, role] of Object.entries(ROLES))
    for (const one of node.querySelectorAll(part + ":not([role])")) {
      one.setAttribute("role", role);
      if (part === "main") one.setAttribute("aria-label", title);
    }
  for (const one of node.querySelectorAll("[href],[action],[src]"))
    for (const name of NAMES) {
      const value = one.getAttribute(name);
      if (value != null && !/^(#|[a-z][a-z0-9+.-]*:)/i.test(value)) one.setAttribute(name, new URL(value, base).href);
    }
}

// An object that answers as `real` does, but for what `own` says; `set` hears what is written.
function standIn(real, own, set = {}) {
  const bound = new Map();
  return new Proxy(real, {
    get(_, name) {
      if (name in own) return own[name];
      const value = real[name];
      // The browser's own functions want the browser's own object; classes are no such functions.
      if (typeof value !== "function" || value.prototype) return value;
      if (!bound.has(name)) bound.set(name, value.bind(real));
      return bound.get(name);
    },
    set(_, name, value) {
      if (name in set) set[name](value);
      else own[name] = value;
      return true;
    },
    has: (_, name) => name in own || name in real,
  });
}

// What the app takes for the browser: everything that ends at the page's own html element.
function scope(html, shadow, start, name, dress) {
  let here = start;
  let title = "";
  let asked;
  const base = () => here;
  const [head, body] = ["head", "body"].map((part) => html.querySelector(part));
  const links = [...head.querySelectorAll("link[rel=stylesheet]")];
  links.forEach((link) => link.remove());
  const own = {
    documentElement: html,
    head,
    body,
    querySelector: (what) => (html.matches(what) ? html : html.querySelector(what)),
    // A sheet of paper is a page of its own, and takes the style along.
    querySelectorAll: (what) => (what === "link[rel=stylesheet]" ? links : html.querySelectorAll(what)),
    getElementById: (id) => shadow.getElementById(id),
    importNode(node, deep) {
      if (node.localName !== "link") {
        whole(node, here, name);
        return document.importNode(node, deep);
      }
      // A style sheet that another page of ours needs comes in as ours do, and says so as a link would.
      const stand = document.createElement("meta");
      stand.setAttribute = (_, href) => {
        const come = dress(href).then(() => links.push(Object.assign(document.createElement("link"), { rel: "stylesheet", href })));
        come.then(() => "load", () => "error").then((event) => stand.dispatchEvent(new Event(event)));
      };
      return stand;
    },
    addEventListener: (...heard) => html.addEventListener(...heard),
  };
  Object.defineProperties(own, {
    activeElement: { get: () => shadow.activeElement },
    baseURI: { get: base },
    title: { get: () => title, set: (said) => (title = said) },
  });
  const doc = standIn(document, own, { title: (said) => (title = said) });
  const location = { get href() { return here; }, get pathname() { return new URL(here).pathname; }, search: "", hash: "", origin: new URL(start).origin };
  const go = (_, __, to) => (here = to == null ? here : new URL(to, here).href);
  const history = { state: null, pushState: go, replaceState: go };
  const send = (what, more) => fetch(what instanceof Request ? what : new URL(what, here).href, more);
  const global = { document: doc, location, history, fetch: send, scrollTo() {}, addEventListener: own.addEventListener };
  const win = standIn(window, global, {
    // Only while a message is on its way.
    onbeforeunload(ask) {
      if (asked) removeEventListener("beforeunload", asked);
      if ((asked = ask)) addEventListener("beforeunload", asked);
    },
  });
  Object.assign(global, { window: win, self: win, globalThis: win });
  return {
    base,
    window: win,
    self: win,
    globalThis: win,
    document: doc,
    location,
    history,
    // Compiled once for all.
    fetch: (what, more) => (/\.wasm$/.test(what) ? module(new URL(what, here).href).then((made) => ({ ok: true, arrayBuffer: () => made })) : send(what, more)),
    WebAssembly: {
      instantiate: (made, needs) => WebAssembly.instantiate(made, needs),
      instantiateStreaming: async (answer, needs) => ({ instance: await WebAssembly.instantiate(await answer.arrayBuffer(), needs) }),
    },
    Request: class extends Request {
      constructor(what, more) {
        super(typeof what === "string" ? new URL(what, here).href : what, more);
      }
    },
    // Nothing is kept on a device here: other scripts of the host could read it.
    kept: {
      default(what, said) {
        if (what === "write") throw new Error("not in another page");
        return what === "address" ? new URL(said, here).href : what === "forget" ? "" : null;
      },
    },
  };
}

// Clicks that a page of its own would leave to the browser.
function follow(event, html, other) {
  const link = event.target instanceof Element && event.target.closest("a[href]");
  if (!link) return;
  const aim = link.getAttribute("href");
  if (link.dataset.leave === "here") {
    // Everything typed goes with the page that is shown anew.
    event.preventDefault();
    other(link.href);
  } else if (link.dataset.leave === "") {
    event.preventDefault();
    html.replaceChildren();
    location.replace(link.href);
  } else if (aim.startsWith("#")) {
    event.preventDefault();
    const found = aim.length > 1 && html.getRootNode().getElementById(aim.slice(1));
    if (found) found.scrollIntoView();
  } else if (event.defaultPrevented || event.button || !/^http/.test(aim)) return;
  else if (link.matches(".tongue")) {
    event.preventDefault();
    other(link.href);
  } else {
    link.target = "_blank";
    link.rel = "noopener noreferrer";
  }
}

async function page(address, lang) {
  const read = async (at) => new DOMParser().parseFromString(await text(at), "text/html");
  const found = await read(address);
  if (!found.querySelector("main[data-page]")) throw new Error("no page of ours at " + address);
  const tongue = lang && lang !== found.documentElement.lang && found.querySelector("a.tongue[hreflang=" + CSS.escape(lang) + "]");
  if (!tongue) return [found, address];
  const other = new URL(tongue.getAttribute("href"), address).href;
  return [await read(other), other];
}

// Shows the page of `one` in its element; `take` hears what a frame would say. `tools` are embed.js's.
async function show(one, take, address, lang, tools) {
  const { element } = one;
  const [found, at] = await page(address, lang);
  const script = found.querySelector("script[data-wasm]");
  const styles = [...found.querySelectorAll("link[rel=stylesheet]")].map((link) => new URL(link.getAttribute("href"), at).href);
  if (!script.dataset.js.endsWith(APP)) throw new Error("the folder holds files of two versions");
  const file = (name) => new URL(script.getAttribute(name), at).href;
  const { option } = tools;
  await tools.dressed();
  const wished = tools.wishes(element);
  const [ours, dress, { default: app }, words, offers, clinic] = await Promise.all([
    Promise.all(styles.map(text)).then((texts) => texts.join("")),
    wished.some((said) => said.trim()) && import("./look.js"),
    import(GLUE),
    text(file("data-words")),
    text(file("data-offers")),
    text(new URL((found.documentElement.dataset.top ?? "./") + "clinic.json", at).href).catch(() => ""),
    module(file("data-wasm")),
  ]);
  // Gone meanwhile, or a frame has taken its place.
  if (!element.isConnected || one.late) return;
  const asked = ["light", "dark"].find((known) => known === option(element, "theme")) ?? "";
  // What the host does not say is as the clinic wishes, whose wishes stand in our sheet.
  const clinics = (name) => ours.match(new RegExp("--foothold-" + name + ":([^;}]*)"))?.[1] ?? "";
  const worn = dress ? dress.wear(wished, clinics, asked) : { css: "", theme: asked, warnings: [] };
  const { theme } = worn;
  const css = await once("css " + theme + styles, async () => sheet(within(ours, theme)));
  const html = found.documentElement;
  const shadow = element.shadowRoot || element.attachShadow({ mode: "open" });
  for (const needless of found.head.querySelectorAll("meta,title,style,link:not([rel=stylesheet]),script:not([data-wasm])")) needless.remove();
  whole(html, at, one.title);
  for (const name of ["data-base", "data-top"]) html.setAttribute(name, new URL(html.getAttribute(name) ?? "./", at).href);
  Object.assign(script.dataset, { texts: words, site: offers, clinic });
  const world = scope(html, shadow, at, one.title, async (href) => {
    const more = await once("css " + theme + href, async () => sheet(within(await text(href), theme)));
    const [before, first, ...rest] = shadow.adoptedStyleSheets;
    shadow.adoptedStyleSheets = [before, first, more, ...rest];
  });
  const alone = sheet(one.view === "all" ? "" : ALONE);
  const plain = theme ? ":host{color-scheme:" + theme + "}html{color-scheme:" + theme + "!important}" : "";
  shadow.adoptedStyleSheets = [sheet(BEFORE), css, sheet(within(worn.css, theme) + AFTER + plain), alone];
  one.frame = html;
  const state = { html, alone, one, take, address };
  kept.set(element, state);
  // A page that is put in later says where its addresses lead to from here.
  const set = html.setAttribute;
  html.setAttribute = (name, value) => set.call(html, name, /^data-(base|top)$/.test(name) ? new URL(value, world.base()).href : value);
  Object.defineProperty(html, "clientHeight", { get: () => innerHeight });
  new MutationObserver(() => whole(html, world.base(), one.title)).observe(html, { childList: true, subtree: true, attributes: true, attributeFilter: NAMES });
  const ready = watch(
    html,
    (type, more) => {
      // What is shown is no longer what the host asked for, so the way on and back has to be there.
      if (type === "navigate") alone.replaceSync("");
      state.take(state.one, { type, ...more });
    },
    () => about(html, option(element, "track")),
  );
  shadow.replaceChildren(document.adoptNode(html), document.createElement("slot"));
  html.style.setProperty("--rem", getComputedStyle(html).fontSize);
  new ResizeObserver(() => {
    const height = Math.ceil(html.getBoundingClientRect().height);
    if (height && height !== state.height) element.dispatchEvent(new CustomEvent("foothold-resize", { bubbles: true, composed: true, detail: { height } }));
    state.height = height;
  }).observe(html);
  // Said once, and not again where somebody changes the language.
  if (lang) for (const warning of worn.warnings) take(one, { type: "warning", ...warning });
  await app(world)({ module_or_path: world.fetch(file("data-wasm")) });
  html.addEventListener("click", (event) => follow(event, html, (to) => show(state.one, take, to, "", tools).catch(() => {})));
  leaveBy(html);
  ready();
}

// Three presses of Shift alone leave, as everywhere; here only while the focus is inside.
function leaveBy(html) {
  let shifts = [];
  const press = ({ key, repeat, altKey, ctrlKey, timeStamp }) => {
    if (repeat) return;
    shifts = key === "Shift" && !altKey && !ctrlKey ? [...shifts.slice(-2), timeStamp] : [];
    if (timeStamp - shifts.at(-3) < 1500) html.querySelector("[data-leave='']")?.click();
  };
  for (const name of ["keydown", "pointerdown"]) html.addEventListener(name, press, true);
}

// Called by embed.js for an element that came into the page.
export default async function inline(one, take, tools) {
  const state = kept.get(one.element);
  if (state?.address === one.address && one.element.shadowRoot.contains(state.html)) {
    // It was here before: what was typed still stands in it.
    one.frame = state.html;
    state.one = one;
    return take(one, { type: "ready", view: one.view });
  }
  const late = (_, no) => (one.timer = setTimeout(() => no((one.late = new Error("no answer for 45 seconds"))), 45000));
  await Promise.race([show(one, take, one.address, one.lang, tools), new Promise(late)]);
}
