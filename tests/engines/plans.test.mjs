// The planner by keyboard alone in Chromium, Firefox and WebKit: a family's week and a nurse's roster are typed in, a calendar is
// brought, a week in which nothing fits ends in a message, and somebody leaves with what was found. What is expected is what
// household, bring, planner and leave of tests/e2e expect of Chromium.
import { describe, test } from "node:test";
import { startInbox } from "../e2e/support/servers.mjs";
import { NAMES, startEngine } from "./support/browsers.mjs";
import { LANGUAGES, broughtAlong, leaveWith, nothingFits, nurse, parents, startThatDay } from "./support/plans.mjs";
import { arrive, starting, steps } from "./support/walk.mjs";

async function visit(t, engine) {
  const started = starting(t);
  const inbox = await started(startInbox());
  const site = await startThatDay(started, inbox.address);
  const { page, version, close } = await startEngine(engine);
  t.after(close);
  t.diagnostic(`${engine} ${version}`);
  // WebKit draws without a graphics card, and anew after every key: the larger, the longer.
  await page.resize(800, 600);
  const step = steps(t, engine, page);
  const { English } = LANGUAGES;
  for (const [name, language] of Object.entries(LANGUAGES)) {
    const walk = (what, go) =>
      step(`${engine}, ${name}: ${what}`, async () => {
        await arrive(page, `${site.address}${language.path}week/`, language);
        await go(page, language, { site, inbox });
      });
    await walk("two parents see what fits and who would do what", parents);
    await walk("somebody leaves with an answer: calendar, paper, link and its code", leaveWith);
    if (language !== English) continue;
    await walk("a nurse types a roster as it is said", nurse);
    await walk("a roster comes from a file of the device", broughtAlong);
    await walk("a week in which nothing fits ends in a message", nothingFits);
  }
}

// At a time, because browsers spend most of a visit waiting for their next frame.
describe("A plan, by keyboard", { concurrency: true }, () => {
  for (const engine of NAMES) test(`in ${engine}`, { timeout: 300_000 }, (t) => visit(t, engine));
});
