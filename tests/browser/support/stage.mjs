// One server and one browser for a test file, and people who come and go in contexts of their own.
import assert from "node:assert/strict";
import { after, before } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";

import { chromium } from "playwright-core";

import { startServer } from "./server.mjs";

const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
  // A microphone that hums; whether a page may use it is still asked.
  "--use-fake-device-for-media-stream",
];
export const PASSWORD = "augenhoehe-demo";
export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 900 };

/** A browser with a new profile in a temporary folder. */
export function launchBrowser(...flags) {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: [...FLAGS, ...flags] });
}

/** Starts both before the tests of this file and ends them afterwards. */
export function stage() {
  const own = { contexts: [] };
  before(async () => {
    own.server = await startServer();
    own.browser = await launchBrowser();
  });
  after(async () => {
    await own.browser?.close();
    await own.server?.stop();
  });
  return {
    get url() {
      return own.server.url;
    },
    get browser() {
      return own.browser;
    },
    log: () => own.server.log(),
    /** A device: a context with one page; `t` closes it when its test is over. */
    device: async (t, options = {}) => {
      const context = await openDevice(own.browser, own.server.url, options);
      t.after(() => context.close());
      return context.newPage();
    },
  };
}

/** Settings as `browser.newContext` takes them; German as spoken in Switzerland unless told otherwise. */
export async function openDevice(browser, baseURL, options = {}) {
  const context = await browser.newContext({ baseURL, viewport: DESKTOP, locale: "de-CH", timezoneId: "Europe/Zurich", ...options });
  context.setDefaultTimeout(15_000);
  return context;
}

/** Signs in by the form, as a person would; where there is none on the page, at the front door. */
export async function signIn(page, name, password = PASSWORD) {
  if (!(await page.locator('form[action="/api/people/sign-in"]').count())) await page.goto("/sign-in");
  await page.locator("#name").fill(name);
  await page.locator("#password").fill(password);
  await page.locator("main button.primary").click();
}

/** By the switch at the foot, if the page is in the other language. */
export async function chooseLanguage(page, locale) {
  if (page.url() === "about:blank") await page.goto("/sign-in");
  const lang = await page.locator("html").getAttribute("lang");
  if (lang.slice(0, 2) === locale.slice(0, 2)) return;
  await page.locator('button[name="language"]').click();
  await page.locator(`html[lang^="${locale.slice(0, 2)}"]`).waitFor();
}

/** The path of where a page is, without query. */
export function path(page) {
  return new URL(page.url()).pathname;
}

/** Runs a journey twice: as plain forms, and with scripts. */
export function twice(test, title, journey) {
  for (const javaScriptEnabled of [false, true]) {
    test(`${title}, ${javaScriptEnabled ? "with" : "without"} JavaScript`, (t) => journey(t, javaScriptEnabled));
  }
}

/** Waits until the island of a page reacts, where scripts run at all. */
export async function islandReady(page) {
  if (await page.evaluate(() => matchMedia("(scripting: enabled)").matches)) {
    await page.locator("leptos-island[data-ready]").waitFor({ state: "attached" });
  }
}

/** Waits until all that was done on a page is stored: what is on its way when one leaves is sent by the next page, which loads anew then. */
export async function isSaved(page) {
  await page.locator('main [role="status"]').getByText(/^(Gespeichert|Saved)\.$/).waitFor();
}

/** Asks again and again, also across pages, until something holds. */
export async function until(holds, what) {
  for (const end = Date.now() + 15_000; !(await holds()); await sleep(50)) {
    assert.ok(Date.now() < end, `waited in vain: ${what}`);
  }
}
