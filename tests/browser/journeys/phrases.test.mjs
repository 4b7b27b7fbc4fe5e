// A sentence of one's own: written before the models are seen, compared, written again, kept, and found on the shop floor.
import assert from "node:assert/strict";
import { test } from "node:test";

import { keyboard, pointer } from "../support/hands.mjs";
import { PHONE, isSaved, islandReady, path, signIn, stage, twice, until } from "../support/stage.mjs";

const DRILL = "/modules/appreciative-communication/drills/still-waiting";
const RECORD = "**/api/drills/record-step";
const FORM = 'form[action="/api/drills/record-step"]';
const KEEP = 'form[action="/api/phrases/keep"] button';
const own = stage();

async function begin(t, options) {
  const page = await own.device(t, { viewport: PHONE, ...options });
  await signIn(page, "lena");
  await page.waitForURL("**/today");
  await page.goto(DRILL);
  await islandReady(page);
  return page;
}

const go = (page) => page.locator(`${FORM} button.primary`);

twice(test, "A sentence is found, kept and looked up", async (t, javaScriptEnabled) => {
  await wholeWay(await begin(t, { javaScriptEnabled }), pointer, javaScriptEnabled);
});

test("A sentence is found with the keyboard alone", async (t) => {
  await wholeWay(await begin(t, {}), keyboard, true);
});

async function wholeWay(page, hand, hasScript) {
  const first = `Ich sehe nach, ${Date.now()}.`;
  assert.equal(await page.locator(".model").count(), 0, "one writes before one sees a model");
  await hand.write(page.locator("#said"), first);
  await hand.press(go(page));
  await page.locator(".model").first().waitFor();
  assert.equal(await page.locator(".mine").innerText(), first);
  if (hasScript) {
    assert.ok(await page.evaluate(() => document.activeElement.matches("section.phrase")), "focus goes on with the page");
    await isSaved(page);
  }
  assert.ok(path(page).startsWith("/attempts/"));

  await hand.pick(page.locator("[type=checkbox]").nth(1));
  await hand.press(go(page));
  await page.locator(".met").waitFor();
  assert.deepEqual(await page.locator(".met li").evaluateAll((lines) => lines.map((line) => line.className)), ["lacks", "has", "lacks"]);
  assert.equal(await page.locator("#said").inputValue(), first, "one goes on from what one wrote");

  await hand.press(page.locator(`${FORM} button[value=back]`));
  await page.locator(".model").first().waitFor();
  assert.ok(await page.locator("[type=checkbox]").nth(1).isChecked(), "what was taken back is still there");
  await hand.press(go(page));
  await page.locator(".met").waitFor();

  const better = `${first}\nBis vier rufe ich Sie an.`;
  await hand.write(page.locator("#said"), better);
  await hand.press(go(page));
  await hand.press(page.locator(KEEP));
  await page.locator("main .notice").waitFor();
  assert.ok(await page.locator(KEEP).isHidden());
  await page.reload();
  assert.equal(await page.locator(".mine").last().innerText(), better);
  assert.ok(await page.locator(KEEP).isHidden(), "kept is kept");

  await hand.press(page.locator('main .notice a[href="/phrases"]'));
  await page.waitForURL("**/phrases");
  await hand.write(page.locator("#q"), "VIER rufe");
  await hand.press(page.locator("form[role=search] button"));
  await page.waitForURL("**/phrases?q=*");
  assert.ok((await page.locator(".phrases .says").allInnerTexts()).includes(better));
}

test("Without a network a sentence waits, and nothing is lost", async (t) => {
  const page = await begin(t, {});
  let isDown = true;
  await page.route(RECORD, (route) => (isDown ? route.abort() : route.continue()));
  await page.locator("#said").fill("Gern.");
  await go(page).click();
  await page.locator('main [role="status"]').getByText(/Noch nicht gespeichert|Not saved yet/).waitFor();
  await go(page).click();
  await page.locator("#said").fill("Sehr gern.");
  isDown = false;
  await isSaved(page);
  assert.equal(await page.locator("#said").inputValue(), "Sehr gern.", "saving does not disturb who writes");
  await go(page).click();
  await isSaved(page);
  await page.reload();
  assert.deepEqual(await page.locator(".mine").allInnerTexts(), ["Gern.", "Sehr gern."]);
});

test("Who leaves while an earlier page's step is sent gets where they want to", async (t) => {
  const page = await begin(t, {});
  await page.locator("#said").fill("Ich bringe es Ihnen.");
  await go(page).click();
  await isSaved(page);
  let isDown = true;
  await page.route(RECORD, (route) => (isDown ? route.abort() : route.continue()));
  await page.locator("#mark-0").check();
  await go(page).click();
  const waiting = page.locator('main [role="status"]').getByText(/Noch nicht gespeichert|Not saved yet/);
  await waiting.waitFor();
  await page.reload();
  await islandReady(page);
  await waiting.waitFor();
  await page.locator('.phrase a[href="/today"]').click();
  assert.notEqual(path(page), "/today", "nobody leaves before it is saved");
  isDown = false;
  await page.waitForURL("**/today");
  await page.goBack();
  await page.locator(".met").waitFor();
});

test("Who goes on here after a tap that leads away stays", async (t) => {
  const page = await begin(t, {});
  await page.locator("#said").fill("Ich frage nach.");
  await go(page).click();
  await isSaved(page);
  let isDown = false;
  await page.route(RECORD, (route) => (isDown ? route.abort() : route.continue()));
  const back = page.locator(`${FORM} button[value=back]`);
  const stays = async (goOn) => {
    isDown = true;
    await go(page).click();
    await page.locator('.phrase a[href="/today"]').click();
    await goOn();
    isDown = false;
    await isSaved(page);
    // Another page would load by now.
    await page.waitForTimeout(300);
    assert.ok(path(page).startsWith("/attempts/"), "one is where one was");
  };
  await stays(() => page.locator("#said").fill("Ich frage gleich nach."));
  assert.equal(await page.locator("#said").inputValue(), "Ich frage gleich nach.");
  await back.click();
  await isSaved(page);
  await stays(() => back.click());
});

test("A sentence survives a session that has ended", async (t) => {
  const page = await begin(t, {});
  await page.locator("#said").fill("Bis Freitag weiß ich mehr.");
  await page.context().clearCookies({ name: "session" });
  await go(page).click();
  const status = page.locator('main [role="status"]');
  await status.getByText(/abgelaufen|run out/).waitFor();
  // The next step, too.
  await page.locator("#mark-0").check();
  await go(page).click();
  await page.locator("#said").waitFor();
  await status.locator("a").click();
  await page.locator("#password").waitFor();
  await signIn(page, "lena");
  await until(() => path(page).startsWith("/attempts/"), "at the attempt");
  await page.locator("#said").waitFor();
  assert.equal(await page.locator(".mine").first().innerText(), "Bis Freitag weiß ich mehr.");
});

test("What is wrong with a sentence is said beside it", async (t) => {
  const page = await begin(t, {});
  await go(page).click();
  await page.locator("#said-error").waitFor();
  assert.ok(await page.evaluate(() => document.activeElement.id === "said"), "the focus is where something is to be done");
  assert.equal(await page.locator("#said").getAttribute("aria-invalid"), "true");
  await page.locator("#said").fill("So.");
  await go(page).click();
  await page.locator(".model").first().waitFor();
  assert.equal(await page.locator("#said-error").count(), 0, "said and done");
});
