// What somebody who looks after a site does in WordPress' back room, by mouse and keyboard in Chromium.

/** Signs in. */
export async function signIn(page, wordpress, name = "keeper", password = wordpress.password) {
  await page.goto(`${wordpress.address}/wp-login.php`);
  await page.locator("#user_login").fill(name);
  await page.locator("#user_pass").fill(password);
  await page.locator("#wp-submit").click();
  await page.locator("#wpadminbar").waitFor();
}

/** Plugins, Add New, Upload Plugin, Install, Activate. */
export async function uploadPlugin(page, wordpress, archive) {
  await page.goto(`${wordpress.address}/wp-admin/plugin-install.php?tab=upload`);
  await page.locator("#pluginzip").setInputFiles(archive);
  await page.locator("#install-plugin-submit").click();
  await page.getByRole("link", { name: "Activate Plugin" }).click();
  await page.locator("#message.updated").waitFor();
}

/** Settings, Foothold: fills in and saves; gives what WordPress says then. */
export async function settings(page, wordpress, fields) {
  await page.goto(`${wordpress.address}/wp-admin/options-general.php?page=foothold`);
  for (const [name, value] of Object.entries(fields)) await page.locator(`#foothold-${name}`).fill(value);
  await page.locator("#submit").click();
  await page.locator("#setting-error-settings_updated, #setting-error-foothold_address").first().waitFor();
  return page.locator(".settings-error").allInnerTexts();
}

/** Pages or posts, Add New: an empty one with a title. */
export async function newEntry(page, wordpress, title, type = "page") {
  await page.goto(`${wordpress.address}/wp-admin/post-new.php?post_type=${type}`);
  await page.locator(".edit-post-visual-editor").waitFor({ timeout: 30_000 });
  // The tour of a first visit.
  await page.evaluate(() => globalThis.wp.data.select("core/edit-post").isFeatureActive("welcomeGuide") && globalThis.wp.data.dispatch("core/edit-post").toggleFeature("welcomeGuide"));
  await page.evaluate(() => globalThis.wp.data.dispatch("core/edit-post").closeGeneralSidebar());
  const patterns = page.getByRole("button", { name: "Close dialog" });
  if (await patterns.isVisible()) await patterns.click();
  await page.locator(".editor-post-title__input, .wp-block-post-title").first().fill(title);
}

/** The plus sign, the block's name, the block. */
export async function addBlock(page, name) {
  await page.locator(".edit-post-header-toolbar__inserter-toggle").click();
  await page.locator(".block-editor-inserter__search input").fill(name);
  await page.locator(".block-editor-block-types-list__item").filter({ hasText: name }).first().click();
  await page.locator(".edit-post-header-toolbar__inserter-toggle").click();
}

/** Publish, Publish; gives the address. */
export async function publish(page) {
  await page.locator(".editor-post-publish-button__button").first().click();
  await page.locator(".editor-post-publish-panel .editor-post-publish-button").click();
  await page.locator(".editor-post-publish-panel .post-publish-panel__postpublish").waitFor({ timeout: 20_000 });
  return page.evaluate(() => globalThis.wp.data.select("core/editor").getPermalink());
}

/** What is kept of the entry that is open. */
export const keptContent = (page) => page.evaluate(() => globalThis.wp.data.select("core/editor").getCurrentPost().content);
