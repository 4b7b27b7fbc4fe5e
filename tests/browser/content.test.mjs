// Every page of content once per language: each step of each lesson, each module, the beginning of each talk.
import assert from "node:assert/strict";
import { test } from "node:test";

import { axeFaults, htmlFaults, listenForComplaints, overflowFaults, servedHtml, touchFaults } from "./support/checks.mjs";
import { PHONE, chooseLanguage, signIn, stage } from "./support/stage.mjs";

const own = stage();
// Half the time of a look; authors choose no colours, and every template is looked at with them.
const COLOURS = ["color-contrast"];

for (const locale of ["de-CH", "en-GB"]) {
  test(`Every page of content, ${locale}`, async (t) => {
    const page = await own.device(t, { locale, viewport: PHONE });
    // Who coaches gets every module.
    await signIn(page, "karim");
    await page.waitForURL("**/today");
    await chooseLanguage(page, locale);
    const [complaints, served] = [listenForComplaints(page), servedHtml(page)];
    for (const url of await contentUrls(page)) {
      const faults = [];
      for (let step = url; step; step = await nextStep(page, step)) {
        await page.goto(step);
        faults.push(...(await htmlFaults(await served())), ...(await axeFaults(page, COLOURS)), ...complaints());
        await page.setViewportSize({ width: 320, height: 700 });
        faults.push(...(await overflowFaults(page)), ...(await touchFaults(page)));
        await page.setViewportSize(PHONE);
      }
      await t.test(url, () => assert.deepEqual(faults, []));
    }
  });
}

/** Modules, the first steps of their lessons, and their drills. */
async function contentUrls(page) {
  const links = (selector) => page.locator(selector).evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute("href")))]);
  await page.goto("/modules");
  const urls = [];
  for (const module of await links('main a[href^="/modules/"]')) {
    await page.goto(module);
    const parts = await links(`main a[href^="${module}/"]`);
    urls.push(module, ...parts.map((part) => (part.includes("/lessons/") ? `${part.split("?")[0]}?step=1` : part)));
  }
  return urls;
}

/** The step after this one, if there is one; nothing is recorded on the way. */
async function nextStep(page, url) {
  const [lesson, step] = url.split("?step=");
  if (!step) return undefined;
  const last = Number(/(\d+)\D*$/.exec(await page.locator(".head .meta").innerText())[1]);
  return Number(step) < last ? `${lesson}?step=${Number(step) + 1}` : undefined;
}
