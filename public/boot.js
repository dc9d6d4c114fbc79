// Starts the app when it is worth its download. The page is readable, the phone and the crisis
// lines work, and a plain form post arrives without any of this.
// Addresses of the page's own files stay right when pages are exchanged.
for (const link of document.querySelectorAll("link[href]")) link.href = link.href;

const script = document.querySelector("script[data-wasm]");

const file = (address) => new URL(address, document.baseURI).href;

// The texts of this page's language and the offers it was written with come along with the app, which carries
// neither; so does the clinic's file, which the app can do without.
async function fetched(address, name) {
  const answer = await fetch(file(address));
  if (!answer.ok) throw new Error(String(answer.status));
  script.dataset[name] = await answer.text();
}

const above = document.documentElement.dataset.top ?? "./";

function start() {
  const { js, wasm, sum, words, offers } = script.dataset;
  const clinic = above + "clinic.json";
  // The longest first.
  const program = fetch(file(wasm), { integrity: sum });
  program.catch(() => {});
  const parts = [import(file(js)), fetched(words, "texts"), fetched(offers, "site"), fetched(clinic, "clinic").catch(() => {})];
  Promise.all(parts)
    .then(([app]) => app.default({ module_or_path: program }))
    .catch((error) => {
      console.error("The app could not start:", error);
      document.documentElement.setAttribute("data-app", "failed");
    });
}

// Leaves at once, or begins this page anew, and leaves nothing behind of what was typed or kept; the link itself works
// without scripts.
document.addEventListener("click", (event) => {
  const link = event.target instanceof Element && event.target.closest("a[data-leave]");
  if (!link) return;
  event.preventDefault();
  for (const form of document.forms) form.reset();
  document.body.hidden = true;
  try {
    localStorage.removeItem("foothold-week");
  } catch {}
  try {
    navigator.serviceWorker?.getRegistration().then((kept) => kept?.unregister(), () => {});
    globalThis.caches?.keys().then((names) => names.forEach((name) => name.startsWith("foothold ") && caches.delete(name)), () => {});
  } catch {}
  location.replace(link.href);
});

// Three presses of Shift alone leave, too. Whoever writes capital letters presses another key between two of them.
let shifts = [];
function press({ key, repeat, altKey, ctrlKey, timeStamp }) {
  if (repeat) return;
  shifts = key === "Shift" && !altKey && !ctrlKey ? [...shifts.slice(-2), timeStamp] : [];
  if (timeStamp - shifts.at(-3) < 1500) document.querySelector("[data-leave='']")?.click();
}
for (const name of ["keydown", "pointerdown"]) addEventListener(name, press, true);

// In a frame of another page there is more to do. A page of its own opens without a network, too, once it was here; that
// is fetched last.
if (parent !== window) import("./framed.js");
else if (!navigator.connection?.saveData) addEventListener("load", () => navigator.serviceWorker?.register(file(above + "offline.js")).catch(() => {}));

// A week that was kept here or stands in the address needs the second file at once.
const week = document.querySelector("[data-place='planner']");
try {
  const { hash } = location;
  if ((hash && !document.getElementById(hash.slice(1))) || localStorage["foothold-week"]) week.dataset.late = "";
} catch {}

// Pages that are filled in start it at once; pages that are read start it when the browser rests.
if (week || document.querySelector("[data-late]") || !("requestIdleCallback" in window)) start();
else requestIdleCallback(start, { timeout: 3000 });
