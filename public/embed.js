// Puts the clinic's page into another page: <foothold-app view="planner"> or <div data-foothold>. Options, events
// and the lines for a host's policy: docs/EMBEDDING.md. Nothing of the host is touched but the elements it names,
// and for a dialog one element at the end of its body.
(() => {
  const TAG = "foothold-app";
  // Included twice: the first one does it all.
  if (customElements.get(TAG)) return;

  const PATHS = { explorer: "", planner: "week/", contact: "ask/", all: "" };
  const script = document.currentScript || document.querySelector("script[src*='embed.js']");
  // Everything that is on the page now, by its element.
  const live = new Map();

  const FRAME =
    ":host{display:block!important;position:relative!important;max-height:none!important;overflow:visible!important}" +
    "iframe{position:absolute;inset:0;width:100vw;max-width:100%;height:100%;border:0;visibility:hidden}" +
    ".on{position:static;display:block;visibility:visible}.on+slot{display:none}";

  const option = (element, name) => element.getAttribute(name) || element.getAttribute("data-" + name) || "";

  // Whoever builds the host page sees in the console what nobody listens for.
  const tell = (one, name, detail = {}) => (detail.message && console.warn("foothold: " + detail.message)) || one.element.dispatchEvent(new CustomEvent("foothold-" + name, { bubbles: true, composed: true, detail }));

  // What the host wishes of colours and the like, as it stands; look.js has the names in this order.
  const wishes = (element) => ["accent", "background", "text", "radius", "font", "density"].map((name) => getComputedStyle(element).getPropertyValue("--foothold-" + name));

  // Before the host's style sheets have come nobody knows what it wishes; one that never comes is not waited for longer than its page is.
  const dressed = () =>
    new Promise((go) => {
      const come = [...document.querySelectorAll("link[rel~=stylesheet]")].every(({ sheet, disabled }) => sheet || disabled);
      if (come || document.readyState === "complete") go();
      else addEventListener("load", go, { once: true });
    });

  // What went wrong, once, in words for whoever built the host page. What stands in the element stays.
  function fail(one, reason, message) {
    clearTimeout(one.timer);
    if (!one.failed) tell(one, "error", { reason, message });
    one.failed = true;
  }

  function wait(one, seconds) {
    clearTimeout(one.timer);
    if (!one.ready) one.timer = setTimeout(fail, seconds * 1000, one, "no-answer", "No answer from " + one.address + ". Is that our folder, and " + origin + " in its embed.sites?");
  }

  const make = (name, more) => Object.assign(document.createElement(name), more);

  function styled(element, css) {
    const root = element.shadowRoot || element.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [new CSSStyleSheet()];
    root.adoptedStyleSheets[0].replaceSync(css);
    return root;
  }

  function frame(one) {
    one.frame = make("iframe", { src: one.address, title: one.title, allow: "clipboard-write", referrerPolicy: "no-referrer" });
    one.frame.onload = () => one.met || wait(one, 6);
    wait(one, 45);
    return one.frame;
  }

  function attach(element) {
    if (live.has(element) || !element.isConnected) return;
    const mode = option(element, "mode");
    const view = option(element, "view");
    const lang = option(element, "lang");
    const around = element.closest("[lang]:not([lang=auto])") || navigator;
    const one = { element, view: view in PATHS ? view : "all" };
    for (const [name, said, known] of [["view", view, /^(explorer|planner|contact|all)?$/], ["mode", mode, /^(frame|inline|popup|floating)?$/]])
      if (!known.test(said)) tell(one, "warning", { reason: name, message: name + "=" + said + " is not known, see docs/EMBEDDING.md" });
    one.lang = (lang && lang !== "auto" ? lang : around.lang || navigator.language).slice(0, 2);
    one.title = option(element, "label") || element.title || (element.querySelector("a:not([href^=tel]),button") || element).textContent.trim();
    live.set(element, one);
    if (live.size === 1) addEventListener("message", hear);
    try {
      one.folder = new URL(option(element, "src") || script.src.replace(/[^/]*$/, ""), document.baseURI);
      const address = new URL(PATHS[one.view], one.folder);
      one.address = address.href;
      one.origin = address.origin;
    } catch {}
    if (!/^http/.test(one.origin)) return fail(one, "address", "src is no web address.");
    try {
      // A link or a button cannot hold a frame.
      const dialog = /popup|floating/.test(mode) || element.matches("a,button");
      if (!dialog && mode !== "inline") return framed(one);
      const tools = { make, styled, frame, dressed, wishes, option };
      const address = new URL(dialog ? "dialog.js" : "inline.js", one.folder);
      import(address)
        // A folder whose server sends no headers gives us modules to nobody else, but scripts to everybody.
        .catch((fault) => (dialog ? plain(address) : Promise.reject(fault)))
        .then((it) => live.get(element) === one && (it.default || customElements.get(TAG).dialog)(one, dialog ? mode : take, tools))
        .catch(({ message }) => {
          if (dialog) {
            // What cannot open here opens beside here; a link is a link.
            element.addEventListener("click", (event) => !event.target.closest("a") && open(one.address));
            return fail(one, "app", message || "No dialog from " + address);
          }
          tell(one, "warning", { reason: "inline", message: "A frame instead: " + message });
          if (live.get(element) === one) framed(one);
        });
    } catch {
      fail(one, "browser", "This browser is too old.");
    }
  }

  const plain = (src) =>
    new Promise((onload, onerror) => {
      const script = make("script", { src, onload, onerror });
      document.head.append(script);
      script.remove();
    });

  function framed(one) {
    one.root = styled(one.element, FRAME);
    one.root.replaceChildren(frame(one), make("slot"));
  }

  function detach(element) {
    const one = live.get(element);
    if (!one) return;
    live.delete(element);
    if (!live.size) removeEventListener("message", hear);
    clearTimeout(one.timer);
    cancelAnimationFrame(one.drawing);
    element.removeEventListener("click", one.press);
    one.holder?.remove();
    one.root?.replaceChildren(make("slot"));
  }

  // Only the window of one of our frames is heard, and only while the clinic's folder is what it shows.
  function hear({ data, source, origin }) {
    for (const one of live.values()) if (data?.foothold === 1 && source && source === one.frame?.contentWindow && origin === one.origin) take(one, data);
  }

  function take(one, { type, height, view, fits, changes, offers, outcome, reason, message }) {
    const { element, dialog, ready } = one;
    if (!(view in PATHS)) view = "explorer";
    if (type === "here") {
      one.met = true;
      wait(one, 45);
      dressed().then(() => one.frame.contentWindow?.postMessage({ foothold: 1, type: "hello", fit: !dialog, view: one.view, theme: option(element, "theme"), track: option(element, "track"), lang: ready ? "" : one.lang, look: wishes(element) }, one.origin));
    } else if (type === "height" && height > 0 && !dialog) {
      // However many come, one is drawn; and no page of ours is longer than that.
      one.wanted = Math.min(Math.ceil(height), 50000);
      one.drawing ||= requestAnimationFrame(() => draw(one));
    } else if (type === "ready") {
      one.ready = true;
      clearTimeout(one.timer);
      one.frame.className = "on";
      draw(one);
      if (!ready) tell(one, "ready", { view });
    } else if (type === "failed") fail(one, "app", "Its program did not start.");
    else if (type === "escape") dialog?.close();
    else if (type === "warning") tell(one, type, { reason, message });
    else if (!ready) return;
    else if (type === "navigate") {
      tell(one, type, { view });
      // A shorter page must not leave the reader below its end; Chromium sees to that itself when the heading gets the focus.
      if (!dialog && element.getBoundingClientRect().top < 0) element.scrollIntoView();
    } else if (type === "plan") {
      [fits, changes, offers] = [fits, changes, offers].map((number) => (number > 0 ? Math.floor(number) : 0));
      tell(one, fits + changes ? "plan-found" : "plan-none", { fits, changes, offers });
    } else if (type === "contact") {
      if (outcome === "delivered") tell(one, "contact-sent");
      else if (/^(unconfirmed|rejected|refused|unreachable)$/.test(outcome)) tell(one, "contact-failed", { outcome });
    }
  }

  function draw(one) {
    one.drawing = 0;
    const height = one.wanted;
    if (!one.ready || !height || one.height === height) return;
    one.height = height;
    one.frame.style.height = height + "px";
    tell(one, "resize", { height });
  }

  customElements.define(
    TAG,
    class extends HTMLElement {
      connectedCallback() {
        // While the host's page is being read, what stands in the element is not there yet.
        setTimeout(attach, 0, this);
      }
      disconnectedCallback() {
        detach(this);
      }
    },
  );

  // Editors that take away unknown tags leave this one; it may come and go like the other.
  const find = () => {
    [...live.keys()].forEach((element) => element.isConnected || detach(element));
    document.querySelectorAll("[data-foothold]").forEach(attach);
  };
  new MutationObserver(find).observe(document.documentElement, { childList: true, subtree: true });
  find();
})();
