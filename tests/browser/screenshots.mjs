// Takes the pictures for the README: one of each of the four views. `npm run pictures`
import { mkdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { startServer } from "./support/server.mjs";
import { launchBrowser, openDevice, signIn } from "./support/stage.mjs";

const SMALL_DESKTOP = { width: 1000, height: 720 };
const VIEWS = {
  employee: { person: "lena", viewport: { width: 390, height: 760 }, go: (page) => page.goto("/today") },
  coach: {
    person: "karim",
    viewport: SMALL_DESKTOP,
    go: async (page) => {
      await page.goto("/teams");
      await page.goto(await page.locator('.toc a[href^="/teams/"]').nth(1).getAttribute("href"));
    },
  },
  leader: { person: "eva", viewport: SMALL_DESKTOP, go: (page) => page.goto("/uptake") },
  admin: { person: "admin", viewport: SMALL_DESKTOP, go: (page) => page.goto("/admin/people") },
};

const folder = fileURLToPath(new URL("pictures/", import.meta.url));
mkdirSync(folder, { recursive: true });
const server = await startServer();
const browser = await launchBrowser();
try {
  for (const [name, { person, viewport, go }] of Object.entries(VIEWS)) {
    const context = await openDevice(browser, server.url, { viewport, locale: "en-GB" });
    const page = await context.newPage();
    await signIn(page, person);
    await page.waitForURL("**/today");
    await go(page);
    const path = `${folder}${name}.png`;
    await page.screenshot({ path });
    console.log(`${path}: ${(statSync(path).size / 1024).toFixed(0)} kB`);
    await context.close();
  }
} finally {
  await browser.close();
  await server.stop();
}
