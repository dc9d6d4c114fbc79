// Takes pictures of the three pages, for people to look at.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { before, test } from "node:test";
import { browser, site } from "./support/stage.mjs";
import { go, open, visitor } from "./support/visit.mjs";
import { enter, households } from "./support/week.mjs";

const FOLDER = fileURLToPath(new URL("pictures/", import.meta.url));

before(async () => {
  await mkdir(FOLDER, { recursive: true });
});

for (const scheme of ["light", "dark"]) {
  for (const width of [1280, 320]) {
    test(`The pages can be looked at, ${scheme} at ${width} pixels`, async () => {
      const { context, page } = await visitor(browser, { width, scheme });
      const take = (name) => page.screenshot({ path: join(FOLDER, `${name}-${width}-${scheme}.png`), fullPage: true });
      await open(page, site.address);
      await take("program");
      await go(page, "Your week");
      await enter(page, (await households())["a-nine-to-five"]);
      await take("week");
      await go(page, "Ask us");
      await take("ask");
      await context.close();
    });
  }
}
