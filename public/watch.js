// What a page tells the one around it: that it is ready, which part it shows, how many offers fit, what became of a
// message. Types and numbers, never anything typed. For framed.js and inline.js; `root` is the page's html element.
const VIEWS = { week: "planner", ask: "contact" };

/** Tells from now on; `ready()` is called once, when the page can answer or is one that only has to be read. */
export default function watch(root, tell, ready) {
  const view = () => VIEWS[root.querySelector("main[data-page]")?.dataset.page] ?? "explorer";
  let shown = view();
  let plan = "";
  let sent = "";
  let counting = 0;
  let over = false;

  function started() {
    const { app } = root.dataset;
    if (over) return;
    if (app !== "ready" && root.querySelector("[data-place=planner],[data-late]")) return app === "failed" && tell("failed");
    over = ready() !== false;
    if (over) tell("ready", { view: view() });
  }

  function count() {
    const of = (ranks) => root.querySelectorAll(ranks).length;
    const offers = of(".offer .pill");
    if (!offers || root.querySelector(".planner-empty")) return;
    const found = { fits: of(".offer .pill-0,.offer .pill-1"), changes: of(".offer .pill-2"), offers };
    const now = JSON.stringify(found);
    if (now !== plan) tell("plan", found);
    plan = now;
  }

  new MutationObserver(() => {
    started();
    const now = view();
    if (now !== shown) tell("navigate", { view: now });
    shown = now;
    const outcome = root.querySelector("[data-outcome]")?.dataset.outcome ?? "";
    if (outcome && outcome !== sent) tell("contact", { outcome });
    sent = outcome;
    // Not at every key: the week is counted when the hand rests.
    clearTimeout(counting);
    counting = setTimeout(count, 600);
  }).observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-app", "data-outcome", "data-page"] });
  return started;
}

// The offer that the page around is about: the week shows it and a question names it, until the visitor chooses another.
// What is no offer of this clinic changes nothing.
export function about(root, track) {
  if (!/^[\w-]{1,64}$/.test(track)) return;
  const button = document.createElement("button");
  button.hidden = true;
  button.dataset.do = "about:" + track;
  root.querySelector("main").append(button);
  button.click();
  button.remove();
}
