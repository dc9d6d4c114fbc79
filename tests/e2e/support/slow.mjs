// One and the same slow phone, on whatever machine the tests run.
//
// A browser can be slowed down by a factor. But machines differ, one that is shared is twice as slow at one hour as at another, and a
// factor of six was found to slow page work down eight to twelve times there. So the factor is set for each round: a fixed piece of
// page work takes on the phone so many times what it takes on the machine, undisturbed, that the limits were set on. A machine that is
// slower by itself is slowed down less for that, none by more than is asked for. Chrome's own tools calibrate their slow phones in the
// same way. What was found is printed.
import { startBrowser, visitor } from "./visit.mjs";

/** What `pageWork` takes on a machine with two virtual processors in its better hours, not slowed down. */
const WORK_MS = 4;

/** How long a page takes to build, style and lay out a hundred paragraphs; what comes between in most of the runs does not count. */
const pageWork = (page) =>
  page.evaluate(() => {
    const times = [];
    for (let run = 0; run < 41; run += 1) {
      const began = performance.now();
      let markup = "";
      for (let line = 0; line < 100; line += 1) markup += `<p class=line-${line}><b>text ${line}</b> and more of it</p>`;
      const box = document.createElement("div");
      box.innerHTML = markup;
      document.body.replaceChildren(box);
      box.getBoundingClientRect();
      times.push(performance.now() - began);
    }
    return times.toSorted((a, b) => a - b)[10];
  });

/** Slows a page down by a factor. */
export async function slowBy(context, page, rate) {
  const control = await context.newCDPSession(page);
  await control.send("Emulation.setCPUThrottlingRate", { rate });
}

/** The factor by which a browser has to be slowed down now, to be so many times slower than the undisturbed machine. */
export async function factorOf(slower) {
  const browser = await startBrowser();
  const { context, page } = await visitor(browser, { clock: false });
  await page.goto("data:text/html,<!doctype html><main></main>");
  const wanted = slower * WORK_MS;
  const within = (rate) => Math.min(slower, Math.max(1, rate));
  const plain = await pageWork(page);
  const first = within(wanted / plain);
  // What a factor does is not exactly that factor.
  await slowBy(context, page, first);
  const slowed = await pageWork(page);
  const found = within((first * wanted) / slowed);
  await browser.close();
  console.log(`the page work: ${plain.toFixed(1)} ms plain, ${slowed.toFixed(1)} ms slowed by ${first.toFixed(1)}; slowed by ${found.toFixed(1)} for ${wanted.toFixed(1)} ms`);
  return found;
}
