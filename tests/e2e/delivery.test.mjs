// What is said after Send, for every way in which a form's back-end can go wrong.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { FILLED, MESSAGE, fill, outcome, send, typed } from "./support/form.mjs";
import { deadAddress, startInbox, startSite } from "./support/servers.mjs";
import { open, startBrowser, visitor } from "./support/visit.mjs";
import { focused } from "./support/week.mjs";

const PHONE = "(312) 555-0134";
const ARRIVED = "Your message has arrived";

let inbox;
let site;
let browser;

before(async () => {
  inbox = await startInbox();
  // The inbox's mode "reject" names a field "contact", so that is what this clinic calls the phone.
  const change = (clinic) => {
    clinic.form.timeout_s = 5;
    clinic.form.names = { phone: "contact" };
  };
  site = await startSite({ inbox: inbox.address, change });
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await site?.stop();
  await inbox?.stop();
});

/** A visitor with a filled form, in front of an inbox in some mode. */
async function filled(mode, address = site.address) {
  await inbox.clear();
  await inbox.mode(mode);
  const visit = await visitor(browser, { clock: false });
  await open(visit.page, `${address}ask/`);
  await fill(visit.page);
  return visit;
}

/** Nothing is lost, nothing is claimed, and there is another way. */
async function keepsEverything(page) {
  assert.deepEqual(await typed(page), FILLED);
  await focused(page, "#ask-says");
  const main = await page.locator("main").innerText();
  assert.ok(!main.includes(ARRIVED), "it must not say that the message arrived");
  const panel = page.locator("#ask-says");
  if ((await panel.getAttribute("data-outcome")) !== "rejected") {
    assert.ok((await panel.innerText()).includes(PHONE), "the phone is in the panel");
    await page.getByText("Your message as text").click();
    const text = await page.locator("#ask-text").innerText();
    for (const part of Object.values(MESSAGE)) assert.ok(text.includes(part), `${part} is in the copy`);
  }
  assert.ok(await page.locator(".ask-aside .big-phone").getByText(PHONE).isVisible());
}

test("An answer that confirms is a delivery, and the receipt shows what was sent", async () => {
  const { context, page } = await filled("ok");
  assert.equal(await send(page), "delivered");
  await focused(page, "#ask-says");
  const receipt = await page.locator("#ask-says").innerText();
  assert.ok(receipt.includes(ARRIVED) && receipt.includes(MESSAGE.note) && receipt.includes(PHONE));
  const { messages } = await inbox.read();
  assert.equal(messages.length, 1);
  await page.getByRole("button", { name: "Write another message" }).click();
  await focused(page, "#ask-name");
  assert.equal((await typed(page)).note, "");
  await context.close();
});

test("A rejected field is named, and its line leads to the field", async () => {
  const { context, page } = await filled("reject");
  assert.equal(await send(page), "rejected");
  await keepsEverything(page);
  await page.locator("#ask-says a").click();
  await focused(page, "#ask-phone");
  assert.equal(await page.locator("#ask-phone").getAttribute("aria-invalid"), "true");
  assert.notEqual(await page.locator("#ask-phone-error").innerText(), "");
  assert.equal((await inbox.read()).messages.length, 0);
  await context.close();
});

const CASES = {
  refuse: ["refused", 0],
  error: ["refused", 0],
  failure: ["refused", 0],
  empty: ["unconfirmed", 1],
  hang: ["unconfirmed", 0],
  "drop-answer": ["unconfirmed", 1],
  drop: ["unconfirmed", 0],
  "no-cors": ["unconfirmed", 1],
};

for (const [mode, [expected, stored]] of Object.entries(CASES)) {
  test(`An inbox in mode ${mode} leaves the message ${expected}, and nothing typed is lost`, async () => {
    const { context, page } = await filled(mode);
    assert.equal(await send(page), expected);
    await keepsEverything(page);
    assert.equal((await inbox.read()).messages.length, stored);
    await context.close();
  });
}

test("Sending once more after a lost answer is the same message, kept once", async () => {
  const { context, page, requests } = await filled("drop-answer");
  assert.equal(await send(page), "unconfirmed");
  await inbox.mode("ok");
  await page.getByRole("button", { name: "Send it once more" }).click();
  await page.locator("[data-outcome=delivered]").waitFor();
  const posts = requests.filter((request) => request.method === "POST");
  const ids = posts.map((request) => JSON.parse(request.body).message_id);
  assert.equal(posts.length, 2);
  assert.match(ids[0], /^[0-9a-f]{32}$/);
  assert.equal(ids[0], ids[1]);
  const { messages, repeats } = await inbox.read();
  assert.equal(messages.length, 1);
  assert.ok(repeats, "the inbox saw the repetition");
  await context.close();
});

test("An inbox that is down delivers nothing, and the page says that it cannot tell", async () => {
  const nowhere = await startSite({ inbox: await deadAddress() });
  const { context, page } = await filled("ok", nowhere.address);
  const found = await send(page);
  assert.ok(["unconfirmed", "unreachable"].includes(found), found);
  await keepsEverything(page);
  await context.close();
  await nowhere.stop();
});

test("Without a connection it was not sent, and trying again later sends it", async () => {
  const { context, page } = await filled("ok");
  await context.setOffline(true);
  assert.equal(await send(page), "unreachable");
  await keepsEverything(page);
  assert.equal((await inbox.read()).attempts, 0);
  await context.setOffline(false);
  await page.getByRole("button", { name: "Try again" }).click();
  await page.locator("[data-outcome=delivered]").waitFor();
  assert.equal((await inbox.read()).messages.length, 1);
  await context.close();
});

test("What hangs on how somebody is to be reached is asked once that is said", async () => {
  const { context, page } = await visitor(browser, { clock: false });
  await open(page, `${site.address}ask/`);
  const fields = ["#ask-phone", "#ask-texts", "#ask-email", "#ask-voicemail-yes"];
  const shown = async () => {
    const seen = await Promise.all(fields.map((field) => page.locator(field).isVisible()));
    return fields.filter((_, at) => seen[at]);
  };
  assert.deepEqual(await shown(), []);
  await page.locator("#ask-reach-email").check();
  assert.deepEqual(await shown(), ["#ask-email"]);
  await page.locator("#ask-reach-call").check();
  assert.deepEqual(await shown(), ["#ask-phone", "#ask-texts", "#ask-voicemail-yes"]);
  await page.getByRole("link", { name: "If you plan your week first" }).click();
  await page.locator("main[data-page=week]").waitFor();
  await context.close();
});

test("Two quick presses of Send post once", async () => {
  const { context, page } = await filled("ok");
  // The first press is so fast that the form asks; the others are its answer, twice.
  await page.locator("#ask-send").click();
  assert.equal(await outcome(page), "sure");
  await page.locator("#ask-send").evaluate((button) => {
    button.click();
    button.click();
  });
  await page.locator("[data-outcome=delivered]").waitFor();
  assert.equal((await inbox.read()).attempts, 1);
  await context.close();
  const again = await filled("ok");
  await again.page.locator("#ask-send").dblclick();
  await again.page.locator("[data-outcome=delivered]").waitFor();
  assert.equal((await inbox.read()).attempts, 1);
  await again.context.close();
});

test("An empty form names what is missing; title, focus and links lead there; nothing is sent", async () => {
  await inbox.clear();
  const { context, page, requests } = await visitor(browser, { clock: false });
  await open(page, `${site.address}ask/`);
  const title = await page.title();
  await page.locator("#ask-send").click();
  await focused(page, "#ask-says");
  assert.equal(await page.title(), `Error: ${title}`);
  const links = page.locator("#ask-says a");
  assert.ok((await links.count()) >= 2);
  for (const link of await links.all()) {
    const id = (await link.getAttribute("href")).slice(1);
    await link.click();
    await focused(page, `#${id}`);
  }
  assert.equal(requests.filter((request) => request.method === "POST").length, 0);
  await fill(page);
  await inbox.mode("ok");
  assert.equal(await send(page), "delivered");
  assert.equal(await page.title(), title);
  await context.close();
});

for (const encoding of ["json", "urlencoded", "multipart", "text-json"]) {
  test(`A back-end with its own names takes the message as ${encoding}`, async () => {
    const names = { name: "your-name", phone: "tel", note: "your-message", message_id: "id" };
    const change = (clinic) => {
      const { url, success } = clinic.form;
      clinic.form = { url, encoding, names, fixed: { form_id: "17", _subject: "Website" }, success };
    };
    const own = await startSite({ inbox: inbox.address, change });
    const { context, page, requests } = await filled("ok", own.address);
    assert.equal(await send(page), "delivered");
    const post = requests.find((request) => request.method === "POST");
    const kind = { json: "application/json", urlencoded: "application/x-www-form-urlencoded", multipart: "multipart/form-data", "text-json": "text/plain" };
    assert.ok(post.headers["content-type"].startsWith(kind[encoding]), post.headers["content-type"]);
    const { messages } = await inbox.read();
    const sent = messages[0].fields ?? messages[0];
    assert.equal(sent["your-name"], MESSAGE.name);
    assert.equal(sent.tel, MESSAGE.phone);
    assert.equal(sent["your-message"], MESSAGE.note);
    assert.equal(sent.form_id, "17");
    assert.equal(sent._subject, "Website");
    assert.equal(sent.reach, "call");
    assert.ok(!("name" in sent) && !("plan" in sent), "only the back-end's names, and no plan unasked");
    await context.close();
    await own.stop();
  });
}

test("Whoever is as fast as a program is asked once, plainly, and nothing is sent before the answer", async () => {
  const { context, page } = await filled("ok");
  await page.locator("#ask-website").evaluate((field) => {
    field.value = "https://spam.example";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await page.locator("#ask-send").click();
  assert.equal(await outcome(page), "sure");
  await focused(page, "#ask-says");
  assert.equal((await inbox.read()).attempts, 0);
  assert.deepEqual(await typed(page), FILLED);
  await page.locator("#ask-says").getByRole("button", { name: "Send my message" }).focus();
  await page.keyboard.press("Enter");
  await page.locator("[data-outcome=delivered]").waitFor();
  const { messages, attempts } = await inbox.read();
  assert.equal(attempts, 1);
  assert.ok(!("website" in messages[0].fields));
  await context.close();
});

test("What to keep to on the phone stands first in what arrives, under a subject that gives nothing away", async () => {
  const { context, page } = await filled("ok");
  assert.equal(await send(page), "delivered");
  const { fields } = (await inbox.read()).messages[0];
  assert.equal(fields.safe_contact, "Please call. In a message only say that you called, not from where or why.");
  assert.equal(fields.subject, "A question from your website");
  assert.ok(!("texts_ok" in fields), "nobody ticked the box for texts");
  const receipt = await page.locator("#ask-says pre").innerText();
  assert.ok(receipt.startsWith(fields.safe_contact));
  await context.close();
});

test("Sent blindly, the page never claims that it arrived", async () => {
  const change = (clinic) => {
    clinic.form = { url: clinic.form.url, encoding: "urlencoded", opaque: true };
  };
  const blind = await startSite({ inbox: inbox.address, change });
  const { context, page } = await filled("no-cors", blind.address);
  assert.equal(await send(page), "unconfirmed");
  await keepsEverything(page);
  assert.ok((await page.locator("#ask-says").innerText()).includes("gives no receipt"));
  assert.equal((await inbox.read()).messages.length, 1);
  await context.close();
  await blind.stop();
});

test("A clinic's own questions are asked, held to their limits and sent", async () => {
  const change = (clinic) => {
    clinic.form.ask = { whom: false };
    clinic.form.own = [
      { id: "heard", label: "How did you hear of us?", kind: "choice", choices: ["A friend", "The web"] },
      { id: "tour", label: "I would like to see the rooms", kind: "checkbox" },
      { id: "word", label: "One word", kind: "text", most: 5, needed: true },
    ];
  };
  const own = await startSite({ inbox: inbox.address, change });
  await inbox.clear();
  await inbox.mode("ok");
  const { context, page } = await visitor(browser, { clock: false });
  await open(page, `${own.address}ask/`);
  assert.equal(await page.locator("#ask-whom-me").count(), 0);
  await page.locator("#ask-name").fill(MESSAGE.name);
  await page.locator("#ask-reach-call").check();
  await page.locator("#ask-phone").fill(MESSAGE.phone);
  await page.locator("#ask-voicemail-no").check();
  await page.locator("#ask-texts").check();
  await page.locator("#ask-best-time").fill("after 5pm");
  await page.getByLabel("The web").check();
  await page.getByLabel("I would like to see the rooms").check();
  assert.equal(await send(page), "check");
  await page.locator("#ask-says a").click();
  await focused(page, "#ask-own-2");
  await page.locator("#ask-own-2").fill("hello");
  assert.equal(await send(page), "delivered");
  const { fields } = (await inbox.read()).messages[0];
  assert.deepEqual([fields.heard, fields.tour, fields.word], ["The web", "yes", "hello"]);
  assert.deepEqual([fields.texts_ok, fields.best_time], ["yes", "after 5pm"]);
  await context.close();
  await own.stop();
});

test("Leaving while a message is on its way is asked about, and after a forced reload the page claims nothing", async () => {
  const { context, page } = await filled("hang");
  await page.locator("#ask-send").click();
  // Whoever is as fast as a test is asked first.
  await page.locator("#ask-says [data-do=send]").click();
  await page.locator("#ask-send[aria-disabled=true]").waitFor();
  const asked = new Promise((resolve) => page.once("dialog", (dialog) => resolve(dialog.type()) ?? dialog.accept()));
  await page.reload();
  assert.equal(await asked, "beforeunload");
  assert.equal(await page.locator("[data-outcome]").count(), 0);
  await context.close();
});
