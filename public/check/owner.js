// The page for the clinic's web person: takes a changed clinic.json, says what is wrong with it, and gives back every
// file of the site that follows from it. All of it happens here: the program for it comes from the site's own folder, and
// nothing leaves this browser. The sentences stand in the page, hidden.
const folder = () => new URL((document.documentElement.dataset.top ?? "./") + "check/", document.baseURI);
const by = (id) => document.getElementById("remake-" + id);
const LONGEST = 2_000_000;

// The chosen file as it is, and as a field shows it: a field changes the ends of lines.
let chosen = { text: "", shown: "" };
const typed = () => (by("text").value === chosen.shown ? chosen.text : by("text").value);

let busy = false;
let checked = "";
let address = "";

function say(what) {
  for (const name of ["empty", "long", "busy", "making", "failed"]) by(name).hidden = name !== what;
}

function hide(...names) {
  for (const name of names) by(name).hidden = true;
}

async function had(address, as, options = { cache: "no-cache" }) {
  const answer = await fetch(address, options);
  if (!answer.ok) throw new Error(address.pathname + " " + answer.status);
  return answer[as]();
}

// One question to the program, in a thread of its own, so that the page goes on answering.
async function ask(question) {
  const note = await had(new URL("folder.json", folder()), "text");
  const names = Object.keys(JSON.parse(note).fixed);
  const file = (ending) => {
    const name = names.find((one) => one.startsWith("check/remake-") && one.endsWith(ending));
    return new URL("../" + name, folder()).href;
  };
  const worker = new Worker(new URL("work.js", folder()), { type: "module" });
  try {
    return await new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => (data.failed ? reject(new Error(data.failed)) : resolve(data));
      worker.onerror = (event) => reject(new Error(event.message ?? "no worker"));
      worker.postMessage({ ...question, note, glue: file(".js"), wasm: file(".wasm") });
    });
  } finally {
    worker.terminate();
  }
}

// One thing at a time; where it fails, what was chosen stays.
async function work(what, does) {
  if (busy) return;
  busy = true;
  say(what);
  try {
    await does();
    say("");
  } catch (error) {
    console.error("This could not be done:", error);
    say("failed");
  }
  busy = false;
}

function list(into, tag, lines) {
  into.replaceChildren(...lines.map((line) => Object.assign(document.createElement(tag), { textContent: line })));
}

async function check() {
  const clinic = typed();
  hide("found", "made");
  if (!clinic.trim()) return say("empty");
  await work("busy", async () => {
    const { usable, found } = JSON.parse((await ask({ clinic })).said);
    const parts = found.flatMap(([heading, lines]) => {
      const title = Object.assign(document.createElement("h4"), { textContent: heading });
      const all = Object.assign(document.createElement("ul"), { className: "issues" });
      list(all, "li", lines);
      return [title, all];
    });
    by("list").replaceChildren(...parts);
    by("fine").hidden = parts.length > 0;
    by("none").hidden = usable;
    by("can").hidden = !usable;
    by("found").hidden = false;
    checked = clinic;
  });
  if (!by("found").hidden) by("found-title").focus();
}

async function make() {
  hide("made");
  await work("making", async () => {
    const day = Math.floor(Date.now() / 86_400_000);
    const { archive, gone } = await ask({ clinic: checked, day, lang: document.documentElement.lang });
    URL.revokeObjectURL(address);
    address = URL.createObjectURL(new Blob([archive], { type: "application/zip" }));
    by("save").href = address;
    list(by("gone"), "li", gone);
    by("delete").hidden = gone.length === 0;
    by("keep").hidden = gone.length > 0;
    by("made").hidden = false;
  });
  if (!by("made").hidden) by("made-title").focus();
}

// The file that was chosen is read here, and nothing else is done with it.
async function take(input) {
  const [file] = input.files;
  if (!file || busy) return;
  say("");
  try {
    if (file.size > LONGEST) throw new Error("too large");
    const text = await file.text();
    by("text").value = text;
    chosen = { text, shown: by("text").value };
    hide("found", "made");
  } catch {
    say("long");
  }
}

document.addEventListener("click", ({ target }) => {
  const id = target instanceof Element && target.closest("button")?.id;
  if (id === "remake-check") check();
  if (id === "remake-make") make();
});
document.addEventListener("change", ({ target }) => target.id === "remake-file" && take(target));
// What was found belongs to another text now.
document.addEventListener("input", ({ target }) => target.id === "remake-text" && !busy && hide("found", "made"));
