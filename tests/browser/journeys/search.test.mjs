// From what is happening right now to the passage that helps, and from the time there is to something that fits.
import assert from "node:assert/strict";
import { test } from "node:test";

import { keyboard, pointer } from "../support/hands.mjs";
import { PHONE, path, signIn, stage, twice } from "../support/stage.mjs";

const own = stage();

async function begin(t, options) {
  const page = await own.device(t, { viewport: PHONE, ...options });
  await signIn(page, "lena");
  await page.waitForURL("**/today");
  await page.goto("/modules");
  return page;
}

twice(test, "A lesson is found by its words and opens at its step", async (t, javaScriptEnabled) => {
  await wholeWay(await begin(t, { javaScriptEnabled }), pointer);
});

test("A lesson is found with the keyboard alone", async (t) => {
  await wholeWay(await begin(t, {}), keyboard);
});

async function wholeWay(page, hand) {
  await hand.write(page.locator("#q"), "Beschwerden zuhoeren");
  await hand.press(page.locator("form[role=search] button"));
  await page.waitForURL("**/search?q=*");
  assert.equal(await page.locator("#q").inputValue(), "Beschwerden zuhoeren");
  assert.ok(await page.locator(".hits mark").count(), "what was looked for is marked");

  await hand.write(page.locator("#q"), "Kundschaft");
  await hand.press(page.locator("form[role=search] button"));
  await page.waitForURL("**/search?q=Kundschaft*");
  await hand.press(page.locator('.tabs a[href*="kind=lesson"]'));
  await page.waitForURL("**/search?*kind=lesson*");
  const hit = page.locator(".hits a").first();
  const step = new URL(await hit.getAttribute("href"), page.url()).searchParams.get("step");
  await hand.press(hit);
  await page.waitForURL("**/lessons/*");
  assert.ok((await page.locator(".head .meta").innerText()).includes(`Schritt ${step} von`));
}

twice(test, "Further hits are a page away, and one sees which page it is", async (t, javaScriptEnabled) => {
  const page = await begin(t, { javaScriptEnabled });
  await page.goto("/search?q=und");
  const first = await page.locator(".hits a").first().innerText();
  await page.locator('.pages a[href$="page=2"]').click();
  await page.waitForURL("**/search?*page=2");
  assert.equal(await page.locator(".pages [aria-current=page]").innerText(), "2");
  assert.equal(await page.locator(".hits").getAttribute("start"), "21");
  await page.locator('.pages a[href$="page=1"]').click();
  assert.equal(await page.locator(".hits a").first().innerText(), first);
});

test("What fits into five minutes is one tap away", async (t) => {
  const page = await begin(t, { javaScriptEnabled: false });
  await page.locator(".narrow summary").click();
  await page.locator("#minutes").selectOption("5");
  await page.locator('form[action="/modules"] button').click();
  await page.waitForURL("**/modules?*minutes=5*");
  assert.equal(await page.locator("#minutes").inputValue(), "5", "what is asked for stays in view");
  await page.locator(".of-module .toc a").first().click();
  await page.waitForURL(/\/(lessons|drills)\//);
});

test("A situation leads to its module", async (t) => {
  const page = await begin(t, {});
  await page.locator('.tabs a[href="/modules?by=situation"]').click();
  await page.waitForURL("**/modules?by=situation");
  await page.locator(".narrow summary").click();
  await page.locator("#competency").selectOption("complaints");
  await page.locator('form[action="/modules"] button').click();
  await page.waitForURL("**competency=complaints*");
  assert.equal(await page.locator('.tabs [aria-current="page"]').count(), 1, "one stays among the situations");
  await page.locator("section[aria-labelledby=module-complaints-goodwill] .toc a").first().click();
  await page.waitForURL("**/modules/complaints-goodwill");
  assert.equal(path(page), "/modules/complaints-goodwill");
});
