// Our page in a real WordPress: pasted into "Custom HTML", and by our plugin; put there through its own editor by who may
// write scripts and by who may not; seen by visitors in Chromium, Firefox and WebKit, in a block theme and a classic one.
import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { MESSAGE } from "../e2e/support/form.mjs";
import { needed } from "../e2e/support/programs.mjs";
import { startInbox, startSite } from "../e2e/support/servers.mjs";
import { startBrowser, visitor } from "../e2e/support/visit.mjs";
import { NAMES, startEngine } from "../engines/support/browsers.mjs";
import { escape, event, fits, heard, heardNothingTyped, planned, sent } from "../engines/support/embedded.mjs";
import { addBlock, keptContent, newEntry, publish, settings, signIn, uploadPlugin } from "./support/editor.mjs";
import { startWordPress } from "./support/wordpress.mjs";

const CANARY = "quetzalcoatl";
const CLINIC = { name: "Harbor Street", phone: "(312) 555-0134" };
const PLUGIN = new URL("../../integrations/wordpress/foothold/", import.meta.url);
const THEMES = { block: "twentytwentythree", classic: "twentytwentyone" };
/** Where pictures go, for docs/pictures; nowhere without. */
const PICTURES = process.env.FOOTHOLD_PICTURES;

let wordpress;
let inbox;
let site;
let closed;
let browser;
let keeper;
/** The addresses of pages, by how our page got into them. */
const pages = {};

/** As docs/EMBEDDING.md has it. */
const snippet = (view = "planner", more = "") => `<script src="${site.address}embed.js" async></script>
<foothold-app view="${view}"${more} title="Plan your week">
  Harbor Street, <a href="tel:+13125550134">(312) 555-0134</a><br>
  <a href="${site.address}week/">Plan your week</a>
</foothold-app>`;

const frame = () => `<iframe src="${site.address}week/" title="Plan your week" width="100%" height="800"></iframe>`;

before(async () => {
  if (PICTURES) await mkdir(PICTURES, { recursive: true });
  wordpress = await startWordPress();
  inbox = await startInbox();
  const change = (clinic) => {
    clinic.embed = { sites: [wordpress.address] };
  };
  site = await startSite({ inbox: inbox.address, base: "/iop/", change });
  closed = await startSite({ inbox: inbox.address, base: "/iop/" });
  browser = await startBrowser();
  keeper = await signedIn("keeper", wordpress.password);
});

after(async () => {
  if (wordpress && browser) console.log(`\nSeen in ${wordpress.versions()}, by its editor in Chromium ${browser.version()}\n`);
  await browser?.close();
  for (const one of [closed, site, inbox, wordpress]) await one?.stop();
});

async function signedIn(name, password) {
  const visit = await visitor(browser, { clock: false });
  visit.page.setDefaultTimeout(30_000);
  await signIn(visit.page, wordpress, name, password);
  return visit;
}

/** A picture, with the addresses that docs/EMBEDDING.md uses. */
async function picture(page, name, height, y = 0) {
  if (!PICTURES) return;
  await page.evaluate(
    ([ours, theirs]) => {
      const said = (text) => text.replaceAll(ours, "https://www.example.org/iop/").replaceAll(theirs, "https://www.clinic.example");
      for (const field of document.querySelectorAll("input, textarea")) if (said(field.value) !== field.value) field.value = said(field.value);
      for (const code of document.querySelectorAll("code")) code.textContent = said(code.textContent);
    },
    [site.address, wordpress.address],
  );
  await page.screenshot({ path: `${PICTURES}/${name}.png`, clip: { x: 0, y, width: page.viewportSize().width, height } });
}

/** A page of WordPress as somebody reads it who is not signed in, without scripts. */
async function read(address) {
  const { context, page } = await visitor(browser, { clock: false, javaScriptEnabled: false });
  await page.goto(address);
  const found = { text: await page.locator("body").innerText(), html: await page.content() };
  await context.close();
  return found;
}

const pasted = async (page, text) => {
  await addBlock(page, "Custom HTML");
  await page.locator(".block-editor-plain-text").last().fill(text);
};

const asked = ({ requests }) => requests.filter(({ url }) => url.startsWith(site.address));

test("The snippet, pasted into a block \"Custom HTML\" and published, is kept to the letter", async () => {
  const { page } = keeper;
  await newEntry(page, wordpress, "Plan your week");
  await pasted(page, snippet());
  await picture(page, "embed-wordpress-html", 380);
  pages.html = await publish(page);
  assert.ok((await keptContent(page)).includes(snippet()));
  await newEntry(page, wordpress, "Ask us");
  await pasted(page, snippet("contact", ' mode="popup"'));
  pages.popup = await publish(page);
});

test("The plugin goes in as its archive, takes an address by https only, and says what clinic.json must name", async () => {
  const { page } = keeper;
  await uploadPlugin(page, wordpress, needed("FOOTHOLD_WORDPRESS"));
  const bad = ["http://www.example.org/iop/", "javascript:alert(1)", "iop", "https://user@example.org/", 'https://example.org/"><script>'];
  for (const address of bad) {
    const said = await settings(page, wordpress, { address });
    assert.ok(said.some((text) => text.includes("The address was not saved")), `${address}: ${said}`);
    assert.equal(await page.locator("#foothold-address").inputValue(), "", address);
  }
  await settings(page, wordpress, { address: "www.example.org/iop" });
  assert.equal(await page.locator("#foothold-address").inputValue(), "https://www.example.org/iop/");
  await settings(page, wordpress, { ...CLINIC, address: `${site.address}embed.js` });
  assert.equal(await page.locator("#foothold-address").inputValue(), site.address);
  assert.ok((await page.locator(".wrap").innerText()).includes(`"embed": { "sites": ["${wordpress.address}"] }`));
  await picture(page, "embed-wordpress-settings", 780);
});

test("The block is found by its name, shows what visitors see at first, and runs nothing of ours in the editor", async () => {
  const { page } = keeper;
  const before = asked(keeper).length;
  await newEntry(page, wordpress, "Your week");
  await addBlock(page, "Foothold");
  const block = page.locator("[data-type='foothold/page']");
  await block.getByText(CLINIC.phone).waitFor();
  await block.click();
  await page.getByRole("button", { name: "Settings", exact: true }).click();
  await page.getByLabel("What is shown").waitFor();
  await picture(page, "embed-wordpress-block", 720);
  await page.getByLabel("What is shown").selectOption("all");
  await page.getByLabel("Title", { exact: true }).fill('Our "week" <b>');
  await block.getByText('Our "week" <b>').waitFor();
  await page.getByRole("button", { name: "Align", exact: true }).click();
  await page.getByRole("menuitemradio", { name: "Wide width" }).click();
  pages.block = await publish(page);
  const [, kept] = /^<!-- wp:foothold\/page (.*) \/-->$/.exec(await keptContent(page));
  assert.deepEqual(JSON.parse(kept), { view: "all", title: 'Our "week" <b>', align: "wide" });
  // Opened again it is a block and no ruin.
  await page.reload();
  await block.getByText(CLINIC.phone).waitFor();
  assert.equal(await page.locator(".block-editor-warning").count(), 0);
  assert.equal(asked(keeper).length, before, "the editor asked the folder for nothing");
  const { html } = await read(pages.block);
  assert.ok(html.includes('class="foothold-room alignwide wp-block-foothold-page"'), html.match(/<foothold-app[^>]*>/)?.[0]);
  assert.ok(html.includes('title="Our &quot;week&quot; &lt;b&gt;"'), html.match(/<foothold-app[^>]*>/)?.[0]);
});

test("The shortcode prints the same element and the script once, wherever it stands", async () => {
  const { page } = keeper;
  await newEntry(page, wordpress, "Two of them");
  await addBlock(page, "Shortcode");
  await page.locator(".blocks-shortcode__textarea").fill('[foothold view="planner"]');
  pages.shortcode = await publish(page);
  pages.paragraph = wordpress.keeper("page", "In a paragraph", '<!-- wp:paragraph {"fontSize":"large"} --><p class="has-large-font-size">See [foothold view="contact" mode="popup"] or call.</p><!-- /wp:paragraph -->\n<!-- wp:shortcode -->[foothold view="planner"]<!-- /wp:shortcode -->');
  const inline = await read(wordpress.keeper("page", "Without a frame", '[foothold view="planner" mode="inline"]'));
  assert.match(inline.html.match(/<foothold-app[^>]*>/)[0], / mode="inline" class="foothold-room"/);
  for (const address of [pages.shortcode, pages.paragraph]) {
    const { html } = await read(address);
    assert.equal(html.match(/<script[^>]*embed\.js[^>]*>/g).length, 1, address);
    assert.match(html, /<script async(="")? src="[^"]*\/iop\/embed\.js" id="foothold-js">/);
    const element = `<foothold-app src="${site.address}" view="planner" title="Plan your week" class="foothold-room">Harbor Street, <a href="tel:+13125550134">(312) 555-0134</a><br><a href="${site.address}week/">Plan your week</a></foothold-app>`;
    assert.ok(html.includes(element), html.match(/<foothold-app[\s\S]*?<\/foothold-app>/)?.[0]);
  }
});

test("Of an author, who may not write scripts, WordPress keeps name, phone and link of the snippet, and all of block and shortcode", async () => {
  wordpress.keeper("user", "author", wordpress.password);
  const author = await signedIn("author", wordpress.password);
  const { page } = author;
  await newEntry(page, wordpress, "By an author", "post");
  await pasted(page, snippet());
  await pasted(page, frame());
  await addBlock(page, "Shortcode");
  await page.locator(".blocks-shortcode__textarea").fill(`[foothold view="planner" src="https://elsewhere.example/" theme='dark" onfocus="alert(1)' title='"><script>alert(1)</script>']`);
  await addBlock(page, "Foothold");
  pages.author = await publish(page);
  const kept = await keptContent(page);
  assert.ok(!kept.includes("<script") && !kept.includes("<foothold-app") && !kept.includes("<iframe"), kept);
  const { html, text } = await read(pages.author);
  assert.ok(text.includes("(312) 555-0134") && text.includes("Plan your week"));
  const elements = html.match(/<foothold-app[^>]*>/g);
  assert.equal(elements.length, 2);
  for (const element of elements) assert.ok(element.includes(`src="${site.address}"`) && !element.includes("elsewhere") && !element.includes("onfocus"), element);
  assert.ok(!html.includes("alert(1)</script>"));
  // The settings are not theirs.
  await page.goto(`${wordpress.address}/wp-admin/options-general.php?page=foothold`);
  assert.match(await page.locator("body").innerText(), /not allowed/);
  await author.context.close();
});

test("In a page without blocks, as older sites have them, the snippet stays whole", async () => {
  pages.old = wordpress.keeper("page", "Without blocks", snippet());
  const { context, page } = await visitor(browser, { clock: false });
  await page.goto(pages.old);
  await page.waitForFunction(() => JSON.parse(document.documentElement.dataset.heard).events.some(({ name }) => name === "ready"));
  const { gaps } = JSON.parse(await page.evaluate(() => document.documentElement.dataset.heard));
  assert.equal(gaps, 0);
  await context.close();
});

test("Pictures for the documents", { skip: !PICTURES }, async () => {
  const address = wordpress.keeper("page", "Plan your week", '<!-- wp:foothold/page {"align":"wide"} /-->');
  for (const [kind, theme] of Object.entries(THEMES)) {
    wordpress.keeper("theme", theme);
    for (const width of [1280, 320]) {
      const { context, page } = await visitor(browser, { clock: false, width });
      await page.goto(address);
      await page.waitForFunction(() => JSON.parse(document.documentElement.dataset.heard).events.some(({ name }) => name === "ready"));
      await page.waitForTimeout(800);
      await picture(page, `embed-wordpress-page-${kind}-${width}`, 740, 160);
      await page.screenshot({ path: `${PICTURES}/whole-${kind}-${width}.png`, fullPage: true });
      await context.close();
    }
  }
});

async function visited(t, engine) {
  const { page, version, close } = await startEngine(engine);
  t.after(close);
  t.diagnostic(`${engine} ${version}`);
  for (const [kind, theme] of Object.entries(THEMES)) {
    wordpress.keeper("theme", theme);
    for (const way of ["html", "block", "shortcode", "old"]) {
      await page.goto(pages[way]);
      assert.deepEqual(await event(page, "ready"), { view: way === "block" ? "explorer" : "planner" }, `${way}, ${kind} theme`);
      const { height, overflow } = await fits(page);
      assert.ok(height > 600 && overflow <= 0, `${way}, ${kind} theme: ${height}, ${overflow}`);
      await heardNothingTyped(page, []);
    }
    await page.goto(pages.html);
    await event(page, "ready");
    const before = await fits(page);
    const { fits: fitting, changes } = await planned(page, CANARY);
    assert.ok(fitting + changes > 0);
    assert.notEqual((await fits(page)).height, before.height, "the height follows");
    await heardNothingTyped(page, [CANARY, "9-5"]);

    await inbox.clear();
    await page.goto(pages.popup);
    await page.waitForFunction(() => customElements.get("foothold-app"));
    await page.evaluate(() => document.querySelector("foothold-app a[href^=http]").focus());
    await page.keyboard.press("Enter");
    await event(page, "ready");
    assert.equal(await sent(page), "delivered");
    await event(page, "contact-sent");
    const { messages } = await inbox.read();
    assert.deepEqual(messages.map(({ fields }) => [fields.name, fields.phone, fields.note]), [Object.values(MESSAGE)]);
    await heardNothingTyped(page, [MESSAGE.name, "0199", MESSAGE.note]);
    await escape(page);
    await page.waitForFunction(() => document.activeElement?.matches("foothold-app a[href^=http]"));
  }
}

// One after the other: the theme is the whole site's.
describe("Visitors", () => {
  for (const engine of NAMES) test(`in ${engine}: ready, as high as its content, a week, a message, Escape, in both themes`, { timeout: 240_000 }, (t) => visited(t, engine));
});

test("The author's block and shortcode work for visitors like anybody's", async () => {
  const { context, page, noise } = await visitor(browser, { clock: false });
  await page.goto(pages.author);
  await page.waitForFunction(() => JSON.parse(document.documentElement.dataset.heard).events.filter(({ name }) => name === "ready").length === 2);
  assert.deepEqual(noise, []);
  await context.close();
});

test("A folder that does not name this site: one error that says what to do; name, phone and link stay", async () => {
  await settings(keeper.page, wordpress, { address: closed.address });
  const { context, page } = await visitor(browser, { clock: false });
  await page.goto(pages.shortcode);
  await page.waitForFunction(() => JSON.parse(document.documentElement.dataset.heard).events.some(({ name }) => name === "error"), undefined, { timeout: 15_000 });
  const { events, gaps } = JSON.parse(await page.evaluate(() => document.documentElement.dataset.heard));
  assert.deepEqual(events.map(({ name, detail }) => [name, detail.reason]), [["error", "no-answer"]]);
  assert.ok(events[0].detail.message.includes(`${wordpress.address} in its embed.sites?`));
  assert.equal(gaps, 0);
  await context.close();
});

test("Without an address visitors read name and phone, and only who edits the site reads what is missing", async () => {
  wordpress.keeper("option", "foothold", JSON.stringify({ ...CLINIC, address: "" }));
  const { html, text } = await read(pages.shortcode);
  assert.ok(text.includes(CLINIC.phone) && text.includes(CLINIC.name));
  assert.ok(!html.includes("foothold-app") && !html.includes("foothold-note") && !html.includes("embed.js"));
  wordpress.keeper("user", "subscriber", wordpress.password);
  wordpress.keeper("user", "contributor", wordpress.password);
  for (const [name, note] of [["subscriber", 0], ["contributor", 1]]) {
    const { context, page } = await signedIn(name, wordpress.password);
    await page.goto(pages.shortcode);
    assert.equal(await page.locator(".foothold-note").count(), note, name);
    assert.equal(await page.locator(".foothold-note a").count(), 0, name);
    await context.close();
  }
  await keeper.page.goto(pages.shortcode);
  await keeper.page.locator(".foothold-note a").click();
  await settings(keeper.page, wordpress, { address: site.address });
  // A foreign hand in the database is not trusted either.
  wordpress.keeper("option", "foothold", JSON.stringify({ ...CLINIC, address: 'javascript:alert(1)//"><script>' }));
  assert.ok(!(await read(pages.shortcode)).html.includes("alert(1)"));
  wordpress.keeper("option", "foothold", JSON.stringify({ ...CLINIC, address: site.address }));
});

test("In Spanish it says the same in Spanish, whatever country's", async () => {
  assert.equal(wordpress.keeper("words", new URL("languages/foothold-es.po", PLUGIN).pathname), "");
  const spanish = await readFile(new URL("languages/foothold-es.po", PLUGIN), "utf8");
  const sources = await Promise.all(["settings", "element", "block"].map((name) => readFile(new URL(`includes/${name}.php`, PLUGIN), "utf8")));
  const said = sources.join("").matchAll(/(?:__|esc_html__|esc_html_e)\( '((?:[^'\\]|\\.)*)', 'foothold' \)/g);
  const words = [...said].map(([, text]) => `msgid ${JSON.stringify(text.replaceAll("\\'", "'"))}\n`);
  assert.ok(words.length > 40);
  assert.deepEqual(words.filter((text) => !spanish.includes(text)), []);
  wordpress.keeper("language", "es_MX");
  const { html } = await read(pages.shortcode);
  assert.ok(html.includes('title="Planifique su semana"'), html.match(/<foothold-app[^>]*>/)?.[0]);
  wordpress.keeper("option", "WPLANG", JSON.stringify(""));
});

test("Switched off it leaves nothing, and deleted it takes its settings along", async () => {
  const { page } = keeper;
  await page.goto(`${wordpress.address}/wp-admin/plugins.php`);
  await page.locator("#deactivate-foothold").click();
  await page.locator("#activate-foothold").waitFor();
  assert.ok(!(await read(pages.block)).html.includes("embed.js"));
  page.once("dialog", (dialog) => dialog.accept());
  await page.locator("#delete-foothold").click();
  await page.locator("tr.deleted, #activate-foothold").first().waitFor();
  await page.waitForFunction(() => !document.querySelector("#activate-foothold"));
  assert.equal(wordpress.keeper("options", "foothold"), "false");
});
