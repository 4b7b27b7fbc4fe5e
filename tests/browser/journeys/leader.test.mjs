// Eva sees whether the training is taken up: groups, closed weeks, never one person.
import assert from "node:assert/strict";
import { test } from "node:test";

import { path, signIn, stage, twice } from "../support/stage.mjs";

const own = stage();

twice(test, "A leader sees uptake by site and team, and what is withheld", async (t, javaScriptEnabled) => {
  const page = await own.device(t, { javaScriptEnabled });
  await signIn(page, "eva");
  await page.locator('nav a[href="/uptake"]').click();
  await page.waitForURL("**/uptake");
  const weeks = await page.locator("#week option").evaluateAll((options) => options.map((option) => option.value));
  assert.ok(weeks.length > 20, "a year of weeks to choose from");
  assert.ok(weeks.every((week) => new Date(week).getUTCDay() === 1), "weeks begin on Mondays");
  assert.ok(Date.parse(weeks[0]) + 7 * 86_400_000 <= Date.now(), "only weeks that are over");

  await seeFigures(page);
  await page.locator("#week").selectOption(weeks[4]);
  await page.locator("form.filters button").click();
  assert.equal(new URL(page.url()).searchParams.get("week"), weeks[4]);
  assert.equal(await page.locator("#week").inputValue(), weeks[4], "the chooser says which week is shown");
  await seeFigures(page);

  const site = page.locator("#site option", { hasText: "Freiburg" });
  await page.locator("#site").selectOption(await site.getAttribute("value"));
  await page.locator("form.filters button").click();
  assert.equal(await page.locator("#week").inputValue(), weeks[4], "the week stays");
  const words = await page.locator("main").innerText();
  assert.match(words, /Lieferung/);
  assert.doesNotMatch(words, /Haushalt/, "a team of another site");
});

/** Figures, withheld ones said to be so, and no name of anybody. */
async function seeFigures(page) {
  const withheld = page.locator(".withheld");
  assert.ok(await withheld.count(), "small groups are withheld");
  for (const words of await withheld.allTextContents()) assert.match(words, /zurückgehalten|withheld/);
  const words = await page.locator("main").innerText();
  assert.match(words, /\d+\s%/, "shares of people");
  assert.match(words, /Minuten|minutes/i);
  assert.doesNotMatch(words, /Lena|Hofmann|Karim|Haddad/, "nobody by name");
  assert.equal(await page.locator('a[href*="/people/"]').count(), 0);
}

twice(test, "A leader sees where conversations take another turn, and nobody's way", async (t, javaScriptEnabled) => {
  const page = await own.device(t, { javaScriptEnabled });
  await signIn(page, "eva");
  await page.locator('nav a[href="/uptake"]').click();
  await page.locator('main a[href="/uptake/detours"]').click();
  await page.waitForURL("**/uptake/detours");
  const quarters = await page.locator("#quarter option").evaluateAll((options) => options.map((option) => option.value));
  assert.ok(quarters.length >= 4 && quarters.every((quarter) => /^\d{4}-Q[1-4]$/.test(quarter)), "a year of quarters");
  await page.locator("#quarter").selectOption(quarters[1]);
  await page.locator("form.filters button").click();
  assert.equal(await page.locator("#quarter").inputValue(), quarters[1], "the chooser says which quarter is shown");
  await page.locator("#quarter").selectOption(quarters[0]);
  await page.locator("form.filters button").click();

  const title = await page.locator(".detours a").first().innerText();
  await page.locator(".detours a").first().click();
  assert.equal(await page.locator("h1").innerText(), title);
  const scenes = page.locator("section.scene");
  assert.ok(await scenes.count(), "the first scene is everybody's");
  const shares = await page.locator("section.scene .num").allTextContents();
  for (const share of shares) assert.match(share, /^(unter 10|etwa [1-9]0|über 90)\s%$/, "steps of ten, open at the ends");
  await page.locator("main summary").click();
  assert.equal(await page.locator("tbody tr").count(), shares.length, "the table says the same");
  assert.doesNotMatch(await page.locator("main").innerText(), /Lena|Hofmann|Karim|Haddad/, "nobody by name");
});

test("What does not exist, or is not for one, is said to be so", async (t) => {
  const page = await own.device(t);
  await signIn(page, "eva");
  await page.waitForURL("**/today");
  assert.equal((await page.goto("/uptake?week=2001-01-01")).status(), 404);
  assert.equal((await page.goto("/uptake?week=gestern")).status(), 400);
  assert.equal((await page.goto("/admin/people")).status(), 403);
  assert.equal(path(page), "/admin/people");
  assert.ok(await page.locator("main code").innerText());
});
