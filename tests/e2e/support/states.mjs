// The views that are looked at by everybody who looks at all of them, and how one gets there.
import { asking, keeping, linked } from "./carry.mjs";
import { MIXED, answer } from "./guide.mjs";
import { made, mistaken } from "./owner.mjs";
import { differing, family, tried, ways, whole } from "./week.mjs";

/** Types into the search, and waits for what it says. */
export const look = (typed) => async (page) => {
  await page.locator("#search-for").fill(typed);
  await page.locator("#search-says:not(:empty)").waitFor();
  await page.locator("#search-all").waitFor({ state: "hidden" });
};

/** Opens the evening's week and looks at its first day. */
export const dayByDay = async (page) => {
  await page.locator("#evening summary").click();
  await page.locator("#day-open-evening").click();
  await page.locator("#day-text-evening").waitFor();
};

export const STATES = {
  "the program": { path: "" },
  "an empty week": { path: "week/" },
  "a form": { path: "ask/" },
  "a form with errors": { path: "ask/", act: (page) => page.locator("#ask-send").click() },
  "the check page": { path: "check/" },
  "a changed file with mistakes": { path: "check/", act: mistaken },
  "changed files that are ready, in Spanish": { path: "es/check/", act: made },
  "kinds of care": { path: "levels/" },
  "questions people ask": { path: "questions/" },
  "money and rights": { path: "money/" },
  "how to start": { path: "start/" },
  "a week that is kept": { path: "week/", act: keeping },
  "a week that is kept, in Spanish": { path: "es/week/", act: keeping },
  "a week as a link and code": { path: "week/", act: linked },
  "a week as a link and code, in Spanish": { path: "es/week/", act: linked },
  "a link that asks": { path: "week/", act: asking },
  "a link that asks, in Spanish": { path: "es/week/", act: asking },
  "a link that is broken": { path: "week/#w1.rubbish" },
  "all about an answer": { path: "week/", act: whole },
  "all about an answer, in Spanish": { path: "es/week/", act: whole },
  "an answer that is tried": { path: "week/", act: tried },
  "weeks that differ, a table, and a picture to move things in": { path: "week/", act: differing },
  "weeks that differ, a table, and a picture to move things in, in Spanish": { path: "es/week/", act: differing },
  "a household": { path: "week/", act: family },
  "a household in Spanish": { path: "es/week/", act: family },
  "ways, cars and breaks": { path: "week/", act: ways },
  "ways, cars and breaks in Spanish": { path: "es/week/", act: ways },
  "a blank week": { path: "paper/" },
  "the guide": { path: "guide/" },
  "the end of the guide": { path: "guide/", act: (page) => answer(page, MIXED) },
  "the end of the guide in Spanish": { path: "es/guide/", act: (page) => answer(page, MIXED) },
  "the program in Spanish": { path: "es/" },
  "a week day by day": { path: "", act: dayByDay },
  "the search": { path: "search/" },
  "a search for what cannot wait, in Spanish": { path: "es/search/", act: look("detox") },
};
