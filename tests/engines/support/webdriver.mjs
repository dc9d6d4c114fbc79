// The part of WebDriver that a visit needs: over HTTP, as the drivers of Chromium and WebKit speak it, and in the frames of
// Firefox's own Marionette. Both are given to tests as a page that answers as Playwright's does, as far as that is needed.
import { connect } from "node:net";

/** Keys that are no letters. */
const KEYS = { Tab: "\uE004", Enter: "\uE006", Shift: "\uE008", Control: "\uE009", Escape: "\uE00C", ArrowUp: "\uE013", ArrowDown: "\uE015", Backspace: "\uE003", Space: " " };

/** Ends once what has the focus stands still, two frames after the key or later: scrolling takes its time, and in WebKit begins with the next drawing. */
const STILL = `const done = arguments[arguments.length - 1];
setTimeout(done, 3000, null);
let [frames, last] = [0, ""];
const look = () => {
  const { top, left } = document.activeElement.getBoundingClientRect();
  const now = top + " " + left;
  frames = now === last ? frames + 1 : 0;
  last = now;
  if (frames === 1) done(null);
  else requestAnimationFrame(look);
};
requestAnimationFrame(look);`;

/** Milliseconds that anything may take to come. */
const PATIENCE = 12_000;

/** What Firefox says of a page that is just being left for another. */
const LEFT = /Document was unloaded|discarded|destroyed/;

/** The answer, or nothing while one page is left for another. */
const unlessLeft = (asked) =>
  asked.catch((fault) => {
    if (!LEFT.test(fault.message)) throw fault;
  });

/**
 * The same by asking until two answers agree, where no script may wait: Chromium runs no clock in a page that may run nothing,
 * and in Firefox whatever waits in a page is lost without a word when another comes.
 */
export async function stillAsked(send) {
  // A page that has just begun has nothing yet that could have the focus.
  const where = "const box = document.activeElement?.getBoundingClientRect(); return box ? box.top + ' ' + box.left : null";
  for (let [last, tries] = ["", 0]; tries < 100; tries += 1) {
    const now = await unlessLeft(send.run(where, []));
    if (now && now === last) return;
    last = now;
  }
}

/** A session with a driver that speaks HTTP; `tell` is for what only Chromium understands. */
export async function overHttp(address, capabilities) {
  const ask = async (method, path, body) => {
    const answer = await fetch(address + path, { method, signal: AbortSignal.timeout(60_000), ...(body ? { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } } : {}) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${value?.error}: ${value?.message}`);
    return value;
  };
  const { sessionId, capabilities: found } = await ask("POST", "/session", { capabilities: { alwaysMatch: capabilities } });
  const session = `/session/${sessionId}`;
  return {
    version: found.browserVersion,
    send: {
      goto: (url) => ask("POST", `${session}/url`, { url }),
      run: (script, args) => ask("POST", `${session}/execute/sync`, { script, args }),
      still: () => ask("POST", `${session}/execute/async`, { script: STILL, args: [] }),
      act: (actions) => ask("POST", `${session}/actions`, { actions }),
      size: (width, height) => ask("POST", `${session}/window/rect`, { width, height }),
      picture: () => ask("GET", `${session}/screenshot`),
      frame: (id) => ask("POST", `${session}/frame`, { id }),
      put: (element, text) => ask("POST", `${session}/element/${Object.values(element)[0]}/value`, { text }),
    },
    tell: (cmd, params) => ask("POST", `${session}/goog/cdp/execute`, { cmd, params }),
    end: () => ask("DELETE", session).catch(() => null),
  };
}

/** A session with a Firefox that listens on this port: each message is its length, a colon, and JSON. */
export async function overMarionette(port, { scripts }) {
  const socket = connect(port, "127.0.0.1");
  socket.setNoDelay(true);
  const waiting = new Map();
  let last = 0;
  let rest = Buffer.alloc(0);
  let greeted;
  const greeting = new Promise((resolve, reject) => {
    greeted = resolve;
    socket.once("error", reject);
  });
  const take = (message) => {
    if (!Array.isArray(message)) return greeted();
    const [, id, fault, result] = message;
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (fault) reject(new Error(`${fault.error}: ${fault.message}`));
    else resolve(result);
  };
  socket.on("data", (data) => {
    rest = Buffer.concat([rest, data]);
    for (let colon = rest.indexOf(":"); colon > 0; colon = rest.indexOf(":")) {
      const length = Number(rest.subarray(0, colon));
      if (rest.length < colon + 1 + length) return;
      const message = JSON.parse(rest.subarray(colon + 1, colon + 1 + length));
      rest = rest.subarray(colon + 1 + length);
      take(message);
    }
  });
  socket.on("close", () => waiting.forEach(({ reject }) => reject(new Error("Firefox has gone"))));
  await greeting;
  const ask = (name, parameters = {}) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      const text = JSON.stringify([0, last, name, parameters]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
  const { capabilities } = await ask("WebDriver:NewSession", {});
  // Where pages may run nothing, Firefox itself still may.
  const sandbox = scripts ? "visit" : "system";
  const run = async (script, args) => (await ask("WebDriver:ExecuteScript", { script, args, sandbox, newSandbox: false })).value;
  return {
    version: capabilities.browserVersion,
    send: {
      goto: (url) => ask("WebDriver:Navigate", { url }),
      run,
      still: () => stillAsked({ run }),
      act: (actions) => ask("WebDriver:PerformActions", { actions }),
      size: (width, height) => ask("WebDriver:SetWindowRect", { width, height }),
      picture: async () => (await ask("WebDriver:TakeScreenshot", { full: false })).value,
      frame: (id) => ask("WebDriver:SwitchToFrame", id === null ? { id } : { element: Object.values(id)[0] }),
      put: (element, text) => ask("WebDriver:ElementSendKeys", { id: Object.values(element)[0], text }),
    },
    end: async () => {
      await ask("Marionette:Quit", { flags: ["eForceQuit"] }).catch(() => null);
      socket.destroy();
    },
  };
}

/** A page as tests know it. */
export function pageOf({ send }) {
  const evaluate = (what, arg) => send.run(`return (${what}).apply(null, arguments)`, [arg ?? null]);
  const stroke = async (keys) => {
    const down = keys.map((value) => ({ type: "keyDown", value }));
    const up = keys.toReversed().map((value) => ({ type: "keyUp", value }));
    await send.act([{ type: "key", id: "keyboard", actions: [...down, ...up] }]);
    await send.still();
  };
  return {
    evaluate,
    goto: (url) => send.goto(url),
    picture: () => send.picture(),
    /** From now on `evaluate` and the keyboard are in the frame that a function finds in the outermost page; or in that page again. */
    enter: async (find) => {
      await send.frame(null);
      await send.frame(await evaluate(find));
    },
    leave: () => send.frame(null),
    /** Chooses a file of this machine in a field, as the browser's own window would. */
    choose: async (selector, path) => send.put(await evaluate((wanted) => document.querySelector(wanted), selector), path),
    /** As wide and high as a window of that size leaves it. */
    resize: (width, height) => send.size(width, height),
    /** Asks until the answer is yes, and gives it. */
    waitForFunction: async (what, arg) => {
      for (const end = Date.now() + PATIENCE; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 30))) {
        const found = await unlessLeft(evaluate(what, arg));
        if (found) return found;
      }
      const where = await evaluate(() => `${document.title}, focus on ${document.activeElement?.id || document.activeElement?.tagName}`);
      throw new Error(`not within ${PATIENCE} ms: ${what} ${JSON.stringify(arg ?? "")} (${where})`);
    },
    keyboard: {
      /** One key, or several held together: `Shift+Tab`. */
      press: (keys) => stroke(keys.split("+").map((key) => KEYS[key] ?? key)),
      /** Letter after letter. */
      type: async (text) => {
        const actions = [...text].flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }]);
        await send.act([{ type: "key", id: "keyboard", actions }]);
      },
    },
  };
}
