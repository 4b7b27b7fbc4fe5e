// Every page template as everybody meets it: accessible, valid, on every screen, without a complaint.
import assert from "node:assert/strict";
import { test } from "node:test";

import { axeFaults, htmlFaults, listenForComplaints, overflowFaults, servedHtml, touchFaults } from "./support/checks.mjs";
import { PLACES, enter, walk } from "./support/places.mjs";
import { DESKTOP, PHONE, chooseLanguage, stage } from "./support/stage.mjs";

const own = stage();
const LOCALES = ["de-CH", "en-GB"];

for (const [person, places] of Object.entries(PLACES)) {
  for (const locale of LOCALES) {
    test(`Pages for ${person || "everybody"}, ${locale}`, async (t) => {
      const page = await own.device(t, { locale });
      await enter(page, person, person === "newcomer" ? await own.device(t) : undefined);
      await chooseLanguage(page, locale);
      const [complaints, served] = [listenForComplaints(page), servedHtml(page)];
      for (const [name, place] of Object.entries(places)) {
        await t.test(name, async () => {
          await page.emulateMedia({ colorScheme: "light" });
          await page.setViewportSize(DESKTOP);
          await walk(page, place);
          assert.deepEqual(await pageFaults(page, await served(), locale), []);
          assert.deepEqual(complaints(), []);
        });
      }
    });
  }
}

/** All that must hold for the page as it stands, which is loaded once and looked at in every way. */
async function pageFaults(page, html, locale) {
  const faults = await htmlFaults(html);
  const lang = await page.locator("html").getAttribute("lang");
  if (lang.slice(0, 2) !== locale.slice(0, 2)) faults.push(`in ${lang}`);
  if ((await page.locator("h1").count()) !== 1) faults.push("not one h1");
  if (!/^[^<>]+ · Augenhöhe$/.test(await page.title())) faults.push(`the title is ${await page.title()}`);
  faults.push(...(await axeFaults(page)));
  await page.emulateMedia({ colorScheme: "dark" });
  faults.push(...(await axeFaults(page)).map((fault) => `dark ${fault}`));
  // 1280 px at 200 % are 640.
  for (const width of [640, 320]) {
    await page.setViewportSize({ width, height: 700 });
    faults.push(...(await overflowFaults(page)), ...(await touchFaults(page)));
  }
  // The phone's arrangement is another one.
  await page.setViewportSize(PHONE);
  faults.push(...(await axeFaults(page)).map((fault) => `phone ${fault}`));
  return faults;
}
