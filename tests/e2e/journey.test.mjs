// One visit from the first page to the inbox, by keyboard alone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { outcome } from "./support/form.mjs";
import { tabTo, typeOver, walk } from "./support/keyboard.mjs";
import { browser, inbox, site } from "./support/stage.mjs";
import { open, visitor } from "./support/visit.mjs";
import { focused, verdicts, weekLines } from "./support/week.mjs";

/** Opens one of the main pages with the keyboard. */
async function visit(page, name, main) {
  await tabTo(page, `nav a[href$='${name}']`, { key: "Shift+Tab", most: 160 });
  await page.keyboard.press("Enter");
  await page.locator(`main[data-page=${main}]`).waitFor();
  await focused(page, "main h1");
}

for (const width of [1280, 320]) {
  test(`Somebody can read, plan, choose and ask by keyboard alone at ${width} pixels`, async () => {
    await inbox.clear();
    const { context, page, noise } = await visitor(browser, { width, height: 720 });
    await open(page, site.address);

    // Reads the Evening track's week.
    await tabTo(page, "#evening summary", { most: 160 });
    await page.keyboard.press("Enter");
    const lines = page.locator("#evening .week-lines li");
    await lines.first().waitFor();
    assert.match((await lines.allTextContents()).join("\n"), /Monday: .*6pm to 9pm/);

    // Types a working week.
    await tabTo(page, "#evening a[data-route]");
    await page.keyboard.press("Enter");
    await page.locator("main[data-page=week]").waitFor();
    await focused(page, "main h1");
    await tabTo(page, "#planner-add");
    await page.keyboard.press("Enter");
    await focused(page, "#row-1-kind");
    await page.keyboard.type("Work");
    assert.equal(await page.locator("#row-1-kind").inputValue(), "work");
    for (const day of ["Mon", "Tue", "Wed", "Thu", "Fri"]) {
      await tabTo(page, `#row-1-${day}`);
      await page.keyboard.press("Space");
    }
    await tabTo(page, "#row-1-from");
    await page.keyboard.type("9-5");
    await tabTo(page, "#row-1-travel");
    await page.keyboard.type("25");
    await tabTo(page, "#row-1-direct");
    await page.keyboard.type("15");
    assert.match(await page.locator(".understood").textContent(), /9am to 5pm: 8 hours/);
    await tabTo(page, ".editor-end .button");
    await page.keyboard.press("Enter");
    await focused(page, "#row-1-edit");

    // Sees what fits, and why something does not.
    const found = await verdicts(page);
    assert.equal(found.evening, "fits");
    assert.equal(found.morning, "does-not-fit");
    assert.equal((await page.locator("#offer-evening .pill").innerText()).trim(), "Fits");
    assert.equal((await page.locator("#offer-morning .pill").innerText()).trim(), "Does not fit");
    await tabTo(page, "#why-morning summary");
    await page.keyboard.press("Enter");
    const why = await page.locator("#why-morning").innerText();
    assert.match(why, /Work is at the same time as the .+ on Monday/);

    // Looks at the Evening track in the week and asks about it.
    await tabTo(page, "#offer-evening button", { key: "Shift+Tab" });
    await page.keyboard.press("Enter");
    await focused(page, "#planner-week-title");
    assert.equal(await page.locator("#planner-week-title").innerText(), "Your week with Evening");
    assert.match((await weekLines(page)).join("\n"), /Monday: .*Work 9am to 5pm.*6pm to 9pm/);
    await tabTo(page, ".planner-go a");
    await page.keyboard.press("Enter");
    await page.locator("main[data-page=ask]").waitFor();
    await focused(page, "main h1");

    // Writes the message and reads what would go along.
    await tabTo(page, "#ask-name");
    await page.keyboard.type("Robin");
    await tabTo(page, "#ask-reach-call");
    await page.keyboard.press("Space");
    await tabTo(page, "#ask-phone");
    await typeOver(page, "312 555 0199");
    await tabTo(page, "#ask-voicemail-yes");
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await tabTo(page, "#ask-whom-me");
    await page.keyboard.press("Space");
    await tabTo(page, "#ask-note");
    await page.keyboard.type("Is there a place in December?");
    await tabTo(page, "#ask-plan");
    assert.equal(await page.locator("#ask-plan").isChecked(), false, "nothing is sent along unasked");
    const exact = await page.locator("#ask-plan-text").textContent();
    assert.equal(
      exact,
      [
        "The offer I am asking about: Evening",
        "How it fits my week: Fits",
        "From home to the clinic: 20 minutes",
        "My week:",
        "- Work: Monday to Friday, 9am to 5pm, 25 minutes away",
      ].join("\n"),
    );
    await page.keyboard.press("Space");
    assert.equal(await page.locator("#ask-plan").isChecked(), true);
    await tabTo(page, "#ask-send");
    await page.keyboard.press("Enter");
    if ((await outcome(page)) === "sure") {
      // A test is as fast as a program, so it is asked whether a person writes.
      await focused(page, "#ask-says");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
    }
    await page.locator("[data-outcome=delivered]").waitFor();
    await focused(page, "#ask-says");

    // What is in the inbox is what was on the screen.
    const { messages, attempts } = await inbox.read();
    assert.equal(attempts, 1);
    assert.equal(messages.length, 1);
    const sent = messages[0].fields ?? messages[0];
    assert.equal(sent.plan, exact);
    assert.equal(sent.name, "Robin");
    assert.equal(sent.phone, "312 555 0199");
    assert.equal(sent.reach, "call");
    assert.equal(sent.voicemail, "only_say_you_called");
    assert.equal(sent.whom, "me");
    assert.equal(sent.note, "Is there a place in December?");

    // The week is still there.
    await visit(page, "week/", "week");
    assert.equal((await verdicts(page)).evening, "fits");
    assert.match(await page.locator(".row-summary").innerText(), /Monday to Friday, 9am to 5pm/);
    assert.equal(await page.locator("#planner-week-title").innerText(), "Your week with Evening");
    assert.deepEqual(noise, []);
    await context.close();
  });

  test(`Every stop of the Tab key can be seen and is not covered at ${width} pixels`, async () => {
    const { context, page } = await visitor(browser, { width, height: 720 });
    for (const path of ["", "week/", "ask/", "check/"]) {
      await open(page, site.address + path);
      const names = await walk(page);
      assert.match(names[0], /Skip to the page/);
      assert.ok(names.some((name) => name.includes("911")) && names.some((name) => name.includes("988")), path);
    }
    await open(page, `${site.address}week/`);
    await page.locator(".quick button").first().click();
    await page.locator(".editor").waitFor();
    await walk(page);
    await context.close();
  });
}
