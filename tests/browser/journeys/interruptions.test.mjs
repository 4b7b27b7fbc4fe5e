// What goes wrong on the way: no network, an ended session, twice, back, too much, another device. Nothing is lost, and each is said.
import assert from "node:assert/strict";
import { test } from "node:test";

import { DESKTOP, PHONE, isSaved, islandReady, path, signIn, stage, twice, until } from "../support/stage.mjs";

const DRILL = "/modules/difficult-customers/drills/cold-soup";
const RECORD = "**/api/drills/record-step";
const own = stage();

/** Signs somebody in on a new device and begins a talk. */
async function beginTalk(t, options, name = "lena") {
  const page = await own.device(t, { viewport: PHONE, ...options });
  await signIn(page, name);
  await page.waitForURL("**/today");
  await page.goto(DRILL);
  await page.locator("main .primary").click();
  await islandReady(page);
  return page;
}

const customer = (page) => page.locator("blockquote.says").innerText();

/** The first sentence in the file, wherever it stands on the page: a way by chance may be over after three. */
const sentence = (page) => page.locator('.choices button[value="0"]');

/** Says it and waits until the customer answers. */
async function say(page) {
  const before = await customer(page);
  await sentence(page).click();
  await until(async () => (await customer(page)) !== before, "the customer says something else");
}

test("A tap counts at once without a network, and is saved by itself later", async (t) => {
  const page = await beginTalk(t, {});
  let isDown = true;
  await page.route(RECORD, (route) => (isDown ? route.abort() : route.continue()));
  await say(page);
  const status = page.locator('main [role="status"]');
  await status.getByText(/Noch nicht gespeichert|Not saved yet/).waitFor();
  await say(page);
  isDown = false;
  await isSaved(page);
  const [words, mood] = [await customer(page), await page.locator(".mood dl").innerText()];
  await page.reload();
  assert.equal(await customer(page), words, "after reloading the talk is where it was");
  assert.equal((await page.locator(".mood dl").innerText()).replace(/,[^\n]*/g, ""), mood.replace(/,[^\n]*/g, ""));
});

test("Who leaves for the debrief before the last sentence is saved gets there once it is", async (t) => {
  const page = await beginTalk(t, {});
  let isDown = false;
  await page.route(RECORD, (route) => (isDown ? route.abort() : route.continue()));
  while (await page.locator(".choices button").count()) {
    isDown = true;
    await say(page);
    isDown = (await page.locator(".choices button").count()) === 0;
  }
  await page.locator("main a.primary").click();
  assert.equal(await page.locator(".talk").count(), 0);
  isDown = false;
  await page.locator(".talk").waitFor();
});

twice(test, "A session that ends in the middle of a talk", async (t, javaScriptEnabled) => {
  const page = await beginTalk(t, { javaScriptEnabled });
  await say(page);
  await until(() => path(page).startsWith("/attempts/"), "the address is the attempt's");
  if (javaScriptEnabled) await isSaved(page);
  const [attempt, reached] = [path(page), await customer(page)];
  await page.context().clearCookies({ name: "session" });
  await sentence(page).click();
  let words = "";
  if (javaScriptEnabled) {
    const status = page.locator('main [role="status"]');
    await status.getByText(/abgelaufen|run out/).waitFor();
    await say(page);
    words = await customer(page);
    await status.locator("a").click();
  } else {
    assert.equal(await page.locator("h1").count(), 1);
    await page.locator(".lead", { hasText: /abgelaufen|expired|ended/ }).waitFor();
  }
  await page.locator("#password").waitFor();
  await signIn(page, "lena");
  if (!javaScriptEnabled) {
    await page.waitForURL("**/resume?*");
    await page.locator("main button.primary").click();
  }
  await until(() => path(page) === attempt, "back at the attempt");
  if (javaScriptEnabled) {
    await until(async () => (await customer(page)) === words, "both sentences that were said meanwhile count");
  } else {
    assert.notEqual(await customer(page), reached, "a plain form is sent again");
  }
  await islandReady(page);
  await say(page);
});

test("What could not be sent outlasts the page, and is its owner's", async (t) => {
  const page = await beginTalk(t, {});
  let isDown = true;
  const sent = [];
  await page.route(RECORD, (route) => {
    if (isDown) return route.abort();
    sent.push(route.request().postData());
    return route.continue();
  });
  await say(page);
  await say(page);
  await page.locator('main [role="status"]').getByText(/Noch nicht gespeichert|Not saved yet/).waitFor();
  const here = page.url();
  // Somebody else at the same device, in the same tab.
  await page.context().clearCookies({ name: "session" });
  await page.goto("/sign-in");
  await signIn(page, "karim");
  await page.waitForURL("**/today");
  isDown = false;
  await page.goto(here);
  await islandReady(page);
  await say(page);
  await isSaved(page);
  assert.equal(sent.length, 1, "nobody sends what somebody else has said");
});

test("What could not be sent is sent when the page is loaded again", async (t) => {
  const page = await beginTalk(t, {});
  let isDown = true;
  await page.route(RECORD, (route) => (isDown ? route.abort() : route.continue()));
  await say(page);
  await say(page);
  await page.locator('main [role="status"]').getByText(/Noch nicht gespeichert|Not saved yet/).waitFor();
  const words = await customer(page);
  await page.reload();
  isDown = false;
  await until(() => path(page).startsWith("/attempts/"), "the address is the attempt's");
  await until(async () => (await customer(page)) === words, "the talk is where it was");
  await islandReady(page);
  await say(page);
});

test("The back button in a talk leads to where the talk is", async (t) => {
  const page = await beginTalk(t, { javaScriptEnabled: false });
  const start = page.url();
  await say(page);
  const [attempt, words] = [path(page), await customer(page)];
  await page.goBack();
  if (page.url() === start) await page.reload();
  assert.equal(path(page), attempt);
  assert.equal(await customer(page), words);
});

test("A step back in a talk is a step of its own", async (t) => {
  const page = await beginTalk(t, { javaScriptEnabled: false });
  const words = await customer(page);
  await say(page);
  await page.locator('button[value="back"]').click();
  await until(async () => (await customer(page)) === words, "the customer is where they were");
  await say(page);
});

test("A form sent twice counts once", async (t) => {
  const page = await own.device(t);
  await signIn(page, "karim");
  await page.goto("/teams");
  await page.locator('.toc a[href^="/teams/"]').first().click();
  await page.locator('a[href$="/assignments/new"]').click();
  const note = `Zweimal ${Date.now()}`;
  await page.locator("#what").selectOption({ index: 1 });
  await page.locator("#note").fill(note);
  const form = page.locator('form[action="/api/coaching/create-assignment"]');
  const fields = await form.evaluate((form) => Object.fromEntries(new FormData(form)));
  await form.locator("button.primary").click();
  await page.locator('[role="status"]').waitFor();
  const rows = await page.locator('a[href*="/assignments/"]').count();
  const headers = { "sec-fetch-site": "same-origin", accept: "text/html" };
  const again = await page.request.post("/api/coaching/create-assignment", { form: fields, headers });
  assert.equal(again.status(), 200, "the same once more is a success");
  await page.reload();
  assert.equal(await page.locator('a[href*="/assignments/"]').count(), rows, "and is not there twice");
  const other = await page.request.post("/api/coaching/create-assignment", { form: { ...fields, note: "other" }, headers });
  assert.equal(other.status(), 409, "something else under the same id is a conflict");
});

test("A note of 5 MB is refused, and is still there", async (t) => {
  const page = await own.device(t);
  await signIn(page, "karim");
  await page.goto("/teams");
  await page.locator('.toc a[href^="/teams/"]').first().click();
  await page.locator('a[href$="/assignments/new"]').click();
  const form = page.url();
  const note = "Fünf Megabyte. ".repeat(350_000);
  await page.locator("#note").fill(note);
  await page.locator("#what").selectOption({ index: 1 });
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.url().includes("/api/coaching/")),
    page.locator("main button.primary").click({ timeout: 60_000 }),
  ]);
  assert.equal(answer.status(), 413);
  await page.locator("h1").waitFor();
  assert.ok(await page.locator("main code").innerText(), "an id that is also in the log");
  await page.goBack();
  assert.equal(page.url(), form);
  assert.equal((await page.locator("#note").inputValue()).length, note.length);
});

test("A mistake comes back with what was typed, in two tabs apart", async (t) => {
  const one = await own.device(t);
  await signIn(one, "karim");
  await one.goto("/teams");
  await one.locator('.toc a[href^="/teams/"]').first().click();
  await one.locator('a[href$="/assignments/new"]').click();
  const two = await one.context().newPage();
  await two.goto(one.url());
  for (const [page, note] of [[one, "im ersten </textarea><b>"], [two, "im zweiten & \"so\""]]) {
    await page.locator("#what").selectOption({ index: 2 });
    await page.locator("#due").fill("2020-01-01");
    await page.locator("#note").fill(note);
    await page.locator("main button.primary").click();
    await page.locator("#due-error").waitFor();
  }
  assert.equal(await one.locator("#note").inputValue(), "im ersten </textarea><b>");
  assert.equal(await two.locator("#note").inputValue(), "im zweiten & \"so\"");
  assert.equal(await one.locator("#due").getAttribute("aria-invalid"), "true");
  await one.locator('[role="alert"] a').click();
  assert.equal(await one.evaluate(() => document.activeElement.id), "due", "the list of errors leads to the field");
});

test("Languages: the browser's at first, then one's own choice, on every device", async (t) => {
  const language = (page) => page.locator("html").getAttribute("lang");
  const english = await own.device(t, { locale: "en-GB" });
  await english.goto("/sign-in");
  assert.equal(await language(english), "en");
  const page = await own.device(t, { locale: "de-DE", viewport: DESKTOP });
  await page.goto("/sign-in");
  assert.equal(await language(page), "de");
  await page.locator('button[name="language"]').click();
  assert.equal(await language(page), "en");
  await page.locator('button[name="language"]').click();
  await signIn(page, "eva");
  await page.waitForURL("**/today");
  assert.equal(await language(page), "de-CH", "spelling by the site's region");
  assert.ok(!(await page.locator("body").innerText()).includes("ß"));
  await page.locator('button[name="language"]').click();
  assert.equal(await language(page), "en");
  assert.equal(path(page), "/today", "one stays where one was");
  const other = await own.device(t, { locale: "de-CH" });
  await signIn(other, "eva");
  await other.waitForURL("**/today");
  assert.equal(await language(other), "en");
});

test("Signing out everywhere ends the other device", async (t) => {
  const [here, there] = [await own.device(t), await own.device(t, { viewport: PHONE })];
  for (const page of [here, there]) {
    await signIn(page, "eva");
    await page.waitForURL("**/today");
  }
  await here.goto("/account");
  assert.ok((await here.locator("main .toc li").count()) >= 2, "both are listed");
  await here.locator('form[action="/api/people/sign-out-everywhere"] button').click();
  await here.waitForURL("**/sign-in");
  await there.goto("/progress");
  assert.equal(path(there), "/sign-in");
  await signIn(there, "eva");
  await there.waitForURL("**/progress");
});

test("A wrong password is slowed for this account, and for nobody else", async (t) => {
  const page = await own.device(t);
  await page.goto("/sign-in");
  for (let tries = 0; (await page.locator("#password").count()) && tries < 10; tries++) {
    await signIn(page, "nobody.known", `wrong ${tries}`);
    await page.locator("#name-error, main code").waitFor();
  }
  assert.ok(await page.locator("main code").count(), "after some tries one is asked to wait");
  await page.goto("/sign-in");
  await signIn(page, "eva");
  await page.waitForURL("**/today");
});
