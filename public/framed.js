// What a page does that stands in a frame of another page; boot.js loads it only there. It talks to embed.js of the
// page around, if that speaks first: types and numbers, never anything typed. docs/EMBEDDING.md has the messages.
import watch, { about } from "./watch.js";

const root = document.documentElement;
// What the page around asked for, once it has spoken, and its origin.
let wish = {};
let host = "";

function tell(type, more) {
  if (host) parent.postMessage({ foothold: 1, type, ...more }, host);
}

// Height. A page that grows because its frame grew would never end, so after a few rounds it scrolls instead.
let told = 0;
let rounds = 0;
let resized = -1e9;
let wide = innerWidth;

function measure() {
  if (!wish.fit) return;
  const height = Math.ceil(root.getBoundingClientRect().height);
  if (height === told) return;
  const echo = height > told && performance.now() - resized < 150;
  rounds = echo ? rounds + 1 : 0;
  root.style.overflowY = rounds > 4 ? "auto" : "hidden";
  if (rounds > 4) return;
  told = height;
  tell("height", { height });
}

addEventListener("resize", () => {
  if (innerWidth === wide) resized = performance.now();
  wide = innerWidth;
});
for (const name of ["click", "input", "keydown"]) addEventListener(name, () => (rounds = 0), { capture: true, passive: true });
new ResizeObserver(measure).observe(root);

// It looks as it will before it is shown.
let dressing = false;

// Told only once the page around has spoken; what happened before is measured then.
const started = watch(root, tell, () => {
  if (!host || dressing) return false;
  about(root, wish.track);
  measure();
});

// Light or dark, whatever the browser prefers: the sheets' own conditions are answered here.
function paint(theme) {
  if (!theme) return;
  root.style.colorScheme = theme;
  const answer = ({ media, cssRules }) => {
    if (media?.mediaText.includes("prefers-color-scheme: dark")) media.mediaText = theme === "dark" ? "all" : "not all";
    // Conditions inside of conditions, as a clinic's own colours have them.
    else for (const rule of cssRules ?? []) answer(rule);
  };
  for (const sheet of document.styleSheets) answer(sheet);
}

// Colours and the like, as the page around wishes them; what it does not say is as the clinic wishes, whose wishes stand in the
// style sheet. Out: light or dark, and what the page around should know.
async function wear(sent, theme) {
  const { wear: decide } = await import("./look.js");
  const style = getComputedStyle(root);
  const found = decide(sent, (name) => style.getPropertyValue("--foothold-" + name), theme);
  worn.replaceSync(found.css);
  return found;
}

const worn = new CSSStyleSheet();

// 911, 988 and the clinic's phone stay; what the page around has itself goes.
function dress() {
  const sheet = new CSSStyleSheet();
  const fit = wish.fit ? ".page{min-block-size:0}.strip{position:static}" : "";
  sheet.replaceSync(fit + (wish.view === "all" ? "" : ".head nav,.head .brand{display:none}"));
  document.adoptedStyleSheets = [worn, sheet];
}

// Only the page around is heard, and of it only the origin that spoke first.
addEventListener("message", async ({ data, source, origin }) => {
  if (source !== parent || data?.foothold !== 1 || data.type !== "hello" || origin === "null") return;
  if (host && origin !== host) return;
  const { fit, lang, view, track } = data;
  let theme = ["light", "dark"].find((known) => known === data.theme) ?? "";
  const other = /^[a-z]{2}$/.test(lang) && lang !== root.lang && document.querySelector("a.tongue[hreflang=" + lang + "]");
  if (other) return location.replace(other.href);
  wish = { fit: fit === true, view, track };
  host = origin;
  told = 0;
  dress();
  if (Array.isArray(data.look) && data.look.some((said) => String(said).trim())) {
    dressing = true;
    try {
      const found = await wear(data.look, theme);
      theme = found.theme;
      // Once: whoever moves on within is not spoken to in a language again.
      if (lang) for (const warning of found.warnings) tell("warning", warning);
    } catch {}
    dressing = false;
  }
  paint(theme);
  measure();
  started();
});

addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.defaultPrevented) tell("escape");
});

addEventListener(
  "click",
  (event) => {
    const link = event.target instanceof Element && event.target.closest("a[href]");
    if (!link) return;
    if (link.dataset.leave === "") {
      // The whole window leaves, not only the frame; where that is forbidden, boot.js leaves in the frame.
      try {
        top.location.replace(link.href);
        for (const form of document.forms) form.reset();
        document.body.hidden = true;
        localStorage.removeItem("foothold-week");
        event.preventDefault();
        event.stopImmediatePropagation();
      } catch {}
    } else if (/^http/.test(link.protocol) && link.origin !== location.origin) {
      // Other sites refuse frames, and a frame is too small for them.
      link.target = "_blank";
      link.rel = "noopener noreferrer";
    } else if (link.hash && link.pathname === location.pathname && !("do" in link.dataset)) {
      const aim = document.getElementById(link.hash.slice(1));
      if (aim) setTimeout(() => aim.scrollIntoView());
    }
  },
  true,
);

// Says that somebody is here, and nothing else: the page around answers.
parent.postMessage({ foothold: 1, type: "here" }, "*");
