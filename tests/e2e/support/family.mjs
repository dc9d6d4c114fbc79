// Two parents, a child at school, day care that has to be left by six: entered as people do it, whatever they press with.
// `by` is somebody with a keyboard, a finger or a fast hand: they press, tick, choose and fill in.
import { focused } from "./week.mjs";

async function person(page, by, name, kind) {
  await by.press("#planner-person");
  await page.waitForFunction(() => /^person-\d+-name$/.test(document.activeElement?.id ?? ""));
  const id = await page.evaluate(() => document.activeElement.id.replace(/\D+/g, ""));
  await by.fill(`#person-${id}-name`, name);
  if (kind) await by.select(`#person-${id}-is`, kind);
  return id;
}

/** Opens a row, fills in what differs from how it begins, closes it. */
async function row(page, by, { kind, who, what, from, to, travel, direct, cut, could, usual }) {
  await by.press("#planner-add");
  await page.waitForFunction(() => /^row-\d+-kind$/.test(document.activeElement?.id ?? ""));
  const id = await page.evaluate(() => document.activeElement.id.split("-")[1]);
  const field = (name) => `#row-${id}-${name}`;
  await by.select(field("kind"), kind);
  if (what) await by.fill(field("what"), what);
  if (who) await by.select(field("who"), who);
  for (const one of could ?? []) await by.tick(field(`could-${one}`));
  if (usual) await by.radio(field(`usual-${usual}`));
  await by.press(field("workdays"));
  await by.fill(field("from"), from);
  if (to) await by.fill(field("to"), to);
  if (travel) await by.fill(field("travel"), travel);
  if (direct) await by.fill(field("direct"), direct);
  if (cut) {
    await by.radio(field("cut"));
    await by.fill(field("cut-min"), cut);
  }
  await by.press(".editor-end .button");
  await focused(page, field("edit"));
}

/** Enters all of it into an empty planner. */
export async function enterFamily(page, by) {
  const ben = await person(page, by, "Ben");
  await person(page, by, "Mia", "A child");
  await row(page, by, { kind: "Work", what: "Bank", from: "9-5", travel: "25", direct: "15" });
  await row(page, by, { kind: "Work", what: "Garage", who: "Ben", from: "8:30am-5:30pm", travel: "20", cut: "30" });
  await row(page, by, { kind: "School", who: "Mia", from: "8:10am-3pm" });
  await row(page, by, { kind: "Care", what: "Pick-up", could: [ben], usual: "0", from: "5:50pm", travel: "10", direct: "15" });
  await row(page, by, { kind: "Care", what: "Supper and bed", could: [ben], from: "6:15-8pm" });
}
