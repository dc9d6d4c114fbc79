// Other people's pages, served on an origin of their own, with our folder in a frame.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";

const folder = new URL("../../fixtures/hosts/", import.meta.url);
const KINDS = { html: "text/html; charset=utf-8", css: "text/css", js: "text/javascript" };

/**
 * Serves the fixtures. `app` is set to the address of our folder once that is known; `{name}` in a page is
 * replaced by what the query says; `policy` makes a policy for the pages.
 */
export async function startHost() {
  const host = { app: "", policy: undefined };
  const server = createServer(async (request, answer) => {
    const url = new URL(request.url, host.origin);
    const name = url.pathname.slice(1);
    try {
      if (name === "favicon.ico") return answer.writeHead(204).end();
      if (!/^[a-z]+\.(html|css|js)$/.test(name)) throw new Error(name);
      let text = await readFile(new URL(name, folder), "utf8");
      const ending = name.split(".").pop();
      if (ending === "html") {
        text = text.replaceAll("{app}", host.app).replaceAll(/\{([a-z]+)\}/g, (_, key) => url.searchParams.get(key) ?? "");
        if (host.policy) answer.setHeader("Content-Security-Policy", host.policy);
      }
      answer.setHeader("Content-Type", KINDS[ending]);
      answer.end(text);
    } catch {
      answer.statusCode = 404;
      answer.end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  host.origin = `http://127.0.0.1:${server.address().port}`;
  host.stop = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return host;
}

/** Notes every message between windows and every event of ours, in every frame of the context. */
export const listen = (context) =>
  context.addInitScript(() => {
    globalThis.heard = [];
    globalThis.events = [];
    globalThis.addEventListener("message", ({ data, origin }) => globalThis.heard.push({ data, origin }), true);
    const names = ["ready", "resize", "navigate", "plan-found", "plan-none", "contact-sent", "contact-failed", "error", "warning"];
    for (const name of names)
      globalThis.addEventListener(`foothold-${name}`, ({ target, detail }) => globalThis.events.push({ name, id: target.id, detail }));
  });

/** Our events of one name so far, or all. */
export const events = (page, name) => page.evaluate((wanted) => globalThis.events.filter((event) => !wanted || event.name === wanted), name);

/** Waits for an event, and gives its first. */
export async function event(page, name, { id, timeout = 12_000 } = {}) {
  const found = await page.waitForFunction(
    ([wanted, whose]) => globalThis.events.find((one) => one.name === wanted && (!whose || one.id === whose)),
    [name, id],
    { timeout },
  );
  return found.jsonValue();
}

/** The frame of ours that shows a page whose address ends so. */
export async function inside(page, ending) {
  for (let tries = 0; tries < 100; tries += 1) {
    const frame = page.frames().find((one) => one !== page.mainFrame() && new URL(one.url() || "about:blank").pathname.endsWith(ending));
    if (frame) return frame;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`no frame shows ${ending}: ${page.frames().map((one) => one.url())}`);
}

/** How high the frame is, how high what it shows, and how far one can scroll in it. */
export async function heights(page, frame) {
  const element = await frame.frameElement();
  const outside = await element.evaluate((iframe) => iframe.getBoundingClientRect().height);
  const within = await frame.evaluate(() => {
    const root = document.documentElement;
    return { content: root.getBoundingClientRect().height, window: innerHeight, bar: innerWidth - root.clientWidth, scrolled: root.scrollHeight - root.clientHeight };
  });
  return { outside, ...within };
}

/** Waits until the frame is exactly as high as what it shows, without a scrollbar. */
export async function fits(page, frame) {
  let last;
  for (let tries = 0; tries < 60; tries += 1) {
    last = await heights(page, frame);
    if (Math.abs(last.outside - last.content) <= 1 && last.outside >= last.content - 0.01 && last.bar === 0 && last.scrolled <= 0) return last;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`the frame does not fit: ${JSON.stringify(last)}`);
}
