// Moves by keyboard alone, and looks at every stop on the way.
import assert from "node:assert/strict";

/** What has the focus, whether that is of this selector, whether it shows that, and whether something lies over it. */
const stop = (page, selector) =>
  page.evaluate((wanted) => {
    const element = document.activeElement;
    const there = Boolean(wanted && element?.matches(wanted));
    if (!element || element === document.body) return { name: "the page", body: true, there };
    // A choice draws its label; the control itself is there for the keyboard.
    const drawn = element.matches(".choice input") ? document.querySelector(`label[for="${element.id}"]`) : element;
    const outlined = [element, drawn].some((part) => {
      const style = getComputedStyle(part);
      return style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2;
    });
    const box = drawn.getClientRects()[0] ?? drawn.getBoundingClientRect();
    const middle = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
    const over = (y) => {
      const found = document.elementFromPoint(middle, y);
      return found && (drawn.contains(found) || found.contains(drawn) || element.contains(found)) ? "" : (found?.outerHTML.slice(0, 80) ?? "outside");
    };
    const inside = [box.top + 2, box.top + box.height / 2, box.bottom - 2].filter((y) => y >= 0 && y < innerHeight);
    const lying = inside.map(over);
    const covered = inside.length === 0 ? ["out of view"] : lying.filter(Boolean);
    // Firefox does not scroll to what is partly in view, counted from `scroll-padding`. What is higher than the room between
    // there and the numbers may then begin below them.
    const behind = covered.length === 1 && lying[0] !== "" && box.height > 64 && document.elementFromPoint(middle, inside[0]).closest(".strip") !== null;
    const name = `${element.tagName.toLowerCase()}#${element.id} ${(element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 40)}`;
    return { name, outlined, covered, behind, there };
  }, selector);

/** Asserts that the present stop can be seen: all of it, or, where the engine `scrollsLate`, all but its upper edge. */
export async function seen(page) {
  return (await seenStop(page)).name;
}

/** The same, with all that is known of it. */
async function seenStop(page, selector = "") {
  const found = await stop(page, selector);
  if (found.body) return found;
  assert.ok(found.outlined, `${found.name} has no outline when it has the focus`);
  if (!(page.scrollsLate && found.behind)) assert.deepEqual(found.covered, [], `${found.name} is covered when it has the focus`);
  return found;
}

/** Presses Tab until the focus is on an element of this selector; every stop must be visible. */
export async function tabTo(page, selector, { key = "Tab", most = 120 } = {}) {
  const names = [];
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press(key);
    const { name, there } = await seenStop(page, selector);
    names.push(name);
    if (there) return names;
  }
  assert.fail(`${most} presses of ${key} did not lead to ${selector}: ${names.join(" | ")}`);
}

/** Replaces what stands in the field that has the focus. */
export async function typeOver(page, text, pace) {
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text, pace);
}

/** Walks through the whole page once; returns the names of all stops. */
export async function walk(page, most = 200) {
  await page.evaluate(() => document.activeElement?.blur());
  const names = [];
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press("Tab");
    const name = await seen(page);
    if (name === "the page") return names;
    names.push(name);
  }
  assert.fail(`the focus never left the page: ${names.slice(-5).join(" | ")}`);
}
