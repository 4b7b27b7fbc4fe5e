// What the organisation says itself: an admin writes a card for a job, the person reads it beside a talk and prints it; a leader checks the values.
import assert from "node:assert/strict";
import { test } from "node:test";

import { keyboard, pointer } from "../support/hands.mjs";
import { PHONE, isSaved, path, signIn, stage, twice } from "../support/stage.mjs";

const TALK = "/modules/decide/drills/wages-on-thursday";
const own = stage();

async function arrive(t, name, options) {
  const page = await own.device(t, options);
  await signIn(page, name);
  await page.waitForURL("**/today");
  return page;
}

twice(test, "A card is written line by line, on a phone", async (t, javaScriptEnabled) => {
  await write(await arrive(t, "admin", { viewport: PHONE, javaScriptEnabled, hasTouch: true }), pointer);
});

test("A card is written with the keyboard alone", async (t) => {
  await write(await arrive(t, "admin"), keyboard);
});

async function write(page, hand) {
  const job = `Lager ${Date.now()}`;
  await page.goto("/admin/decision-cards");
  await hand.press(page.locator('main a[href="/admin/decision-cards/new"]'));
  await page.waitForURL("**/new");
  await hand.write(page.locator("#job-de"), job);
  await hand.write(page.locator("#line-2-what-de"), "Palette ist beschädigt");
  await hand.press(page.locator('button[name="add"]'));
  await page.locator("#line-3-what-de").waitFor();
  assert.equal(await page.locator("#line-2-what-de").inputValue(), "Palette ist beschädigt", "what was typed is kept");
  assert.ok(await page.locator("#line-3-what-de").evaluate((field) => document.activeElement === field), "one writes on where one asked to");
  await hand.press(page.locator("main button.primary"));
  await page.locator("#line-2-limit-de-error").waitFor();
  await hand.write(page.locator("#line-2-limit-de"), "zurück an die Lieferung");
  await hand.press(page.locator("main button.primary"));
  await page.locator('main [role="status"]').waitFor();
  assert.equal(await page.locator("h1").innerText(), job);
  assert.equal(await page.locator("#line-0-what-de").inputValue(), "Palette ist beschädigt", "what is empty falls away");
}

twice(test, "Enter in a field saves, and asks for nothing more", async (t, javaScriptEnabled) => {
  const page = await arrive(t, "admin", { javaScriptEnabled });
  await page.goto("/admin/decision-cards/new");
  await page.locator("#job-de").fill(`Empfang ${Date.now()}`);
  await page.locator("#line-0-what-de").fill("Jemand wartet");
  await page.locator("#line-0-limit-de").fill("ein Getränk");
  await page.locator("#line-0-limit-de").press("Enter");
  await page.locator('main [role="status"]').waitFor();
  assert.equal(await page.locator("#line-0-what-de").inputValue(), "Jemand wartet");
  await page.goto("/admin/our-values");
  await page.locator("#value-0-name-de").press("Enter");
  await page.locator('main [role="status"]').waitFor();
});

twice(test, "One's own card opens beside a talk, and the talk goes on", async (t, javaScriptEnabled) => {
  const page = await arrive(t, "lena", { viewport: PHONE, javaScriptEnabled });
  await page.goto(`${TALK}?attempt=${crypto.randomUUID()}`);
  if (javaScriptEnabled) await page.locator("leptos-island[data-ready]").waitFor({ state: "attached" });
  const first = await page.locator("blockquote.says").innerText();
  await page.locator(".choices button").first().click();
  await page.waitForFunction((first) => document.querySelector("blockquote.says")?.innerText !== first, first);
  // The address is the attempt's from then on.
  if (javaScriptEnabled) await isSaved(page);
  const here = [path(page), await page.locator("blockquote.says").innerText()];
  await page.locator(".at-hand summary").click();
  await page.locator(".at-hand table").getByText("Bon fehlt").waitFor();
  assert.deepEqual([path(page), await page.locator("blockquote.says").innerText()], here, "the talk is where it was");
  await page.locator(".choices button").first().click();
  await page.waitForFunction((before) => document.querySelector("blockquote.says")?.innerText !== before, here[1]);
});

test("A card is as large as a pocket, and A6 with more text", async (t) => {
  const lena = await arrive(t, "lena");
  await lena.goto("/decision-card");
  await lena.emulateMedia({ media: "print" });
  assert.deepEqual(await millimetres(lena), [85, 54]);
  assert.ok(await lena.locator(".hint").isHidden(), "how to print it is not printed");

  const admin = await arrive(t, "admin");
  await admin.goto("/admin/people?q=admin");
  await admin.goto(await admin.locator("tbody th a").first().getAttribute("href"));
  await admin.locator("#given-card").selectOption("common");
  await admin.locator('form[action="/api/decision-cards/give"] button').click();
  await admin.locator('main [role="status"]').waitFor();
  // As long as each part may be.
  const words = "Jemand wartet seit einer halben Stunde auf ein Ersatzteil und hat dafür sonst keine Zeit";
  const long = [80, 60, 60].map((length) => words.slice(0, length));
  for (const [lines, parts, size] of [[6, ["Bon fehlt", "bis 60 Euro", "Leitung"], [85, 54]], [8, long, [105, 148]]]) {
    await admin.goto("/admin/decision-cards/common");
    while (!(await admin.locator(`#line-${lines - 1}-what-de`).count())) await admin.locator('button[name="add"]').click();
    for (let line = 0; line < lines; line++) {
      for (const [part, text] of parts.entries()) await admin.locator(`#line-${line}-${["what", "limit", "tell"][part]}-de`).fill(text);
    }
    await admin.locator("main button.primary").click();
    await admin.locator('main [role="status"]').waitFor();
    await admin.goto("/decision-card");
    await admin.emulateMedia({ media: "print" });
    assert.deepEqual(await millimetres(admin), size);
    await admin.emulateMedia({ media: "screen" });
  }
});

function millimetres(page) {
  return page.locator(".pocket").evaluate((card) => {
    const { width, height } = card.getBoundingClientRect();
    return [width, height].map((length) => Math.round((length / 96) * 25.4));
  });
}

twice(test, "A leader checks a sentence and reads what is weak about it", async (t, javaScriptEnabled) => {
  await check(await arrive(t, "eva", { viewport: PHONE, javaScriptEnabled, hasTouch: true }), pointer);
});

test("A leader checks a sentence with the keyboard alone", async (t) => {
  await check(await arrive(t, "eva"), keyboard);
});

async function check(page, hand) {
  await page.goto("/our-values");
  await hand.press(page.locator('main a[href="/our-values/worksheet"]'));
  await page.waitForURL("**/worksheet");
  await hand.press(page.locator('main section p a[href^="/our-values/worksheet/"]').first());
  await page.locator("form.worksheet").waitFor();
  await hand.press(page.locator("main button.primary"));
  await page.locator("#customers-error").waitFor();
  for (const question of ["customers", "tuesday", "limits", "opposite", "example", "authors", "asked"]) {
    await hand.pick(page.locator(`#${question} input[value="${question === "asked" ? "no" : "yes"}"]`));
  }
  await hand.press(page.locator("main button.primary"));
  await page.waitForURL("**done=checked");
  const first = page.locator("section.own-words").first();
  assert.match(await first.innerText(), /Dieser Satz ist schwach/);
  assert.equal(await first.locator(".gaps li").count(), 1);
  assert.match(await first.locator(".next-step").innerText(), /fünf Menschen/);
}
