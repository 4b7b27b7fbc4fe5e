// How one gets to places that need more than an address.
import { isSaved, islandReady } from "../stage.mjs";

export const MODULE = "/modules/appreciative-communication";
export const LESSON = `${MODULE}/lessons/listening`;
export const DRILL = "/modules/difficult-customers/drills/cold-soup";
export const TALK = `${DRILL}?attempt=`;
export const PHRASE = `${MODULE}/drills/still-waiting`;

/** Goes to the first page that a link of this form on `from` leads to. */
export const first = (from, link) => async (page) => {
  await page.goto(from);
  await page.goto(await page.locator(link).first().getAttribute("href"));
};

export const press = async (page, control) => {
  const action = page.locator(control).first();
  await Promise.all([page.waitForEvent("framenavigated"), action.click()]);
  await page.waitForLoadState();
};

/** Sends a form that no page offers, as a browser would. */
export const send = (action, fields) => async (page) => {
  await page.goto("/account");
  const sent = page.waitForNavigation();
  await page.evaluate(([action, fields]) => {
    const form = document.createElement("form");
    Object.assign(form, { method: "post", action });
    for (const [name, value] of Object.entries(fields)) {
      const field = document.createElement("textarea");
      Object.assign(field, { name, value });
      form.append(field);
    }
    document.body.append(form);
    form.submit();
  }, [action, fields]);
  await sent;
};

export const team = first("/teams", '.toc a[href^="/teams/"]');
export const newAssignment = async (page) => {
  await team(page);
  await page.goto(await page.locator('a[href$="/assignments/new"]').getAttribute("href"));
};
export const talk = async (page) => {
  await page.goto(`${TALK}${crypto.randomUUID()}`);
  await islandReady(page);
};
export const intend = async (page) => {
  await page.goto("/intentions/new");
  await page.locator("#condition").fill("jemand wartet & <nickt>");
  await page.locator("#deed").fill("schaue ich zuerst auf");
  await press(page, "main button.primary");
};
export const stopped = async (page) => {
  await intend(page);
  await press(page, 'button[value="not-yet"]');
  await page.locator("#obstacle").fill("Am Samstag waren wir zu zweit.");
  await press(page, 'form[action="/api/field/keep-words"] button');
};
export const OPEN = `${MODULE}/drills/gone-by-six`;
/** A reply in writing, up to what is to be decided. */
export const reply = async (page) => {
  await page.goto(`${OPEN}?attempt=${crypto.randomUUID()}`);
  await page.locator("#said").fill("Das ist <ärgerlich> & ich schaue sofort nach.");
  await press(page, 'button[value="write"]');
};
export const decide = async (page) => {
  await reply(page);
  await page.locator('input[name="marks[]"]').first().check();
  await press(page, 'button[value="mark"]');
};
/** Writes a sentence; and marks, and writes again, as far as asked. */
export const phrase = (steps) => async (page) => {
  await page.goto(PHRASE);
  await islandReady(page);
  const go = page.locator('form[action="/api/drills/record-step"] button.primary');
  const doing = [
    () => page.locator("#said").fill("Ich sehe nach und rufe Sie an."),
    () => page.locator("[type=checkbox]").first().check(),
    () => page.locator("#said").fill("Am Donnerstag sehe ich nach und rufe Sie bis vier an."),
  ];
  for (const [number, step] of doing.slice(0, steps).entries()) {
    await step();
    await go.click();
    await page.locator([".phrase .model", ".met", ".keep"][number]).first().waitFor();
  }
  await isSaved(page);
};
export const ownPhrase = async (page) => {
  await page.goto("/phrases/new");
  await page.locator("#said").fill("Darf ich kurz nachsehen?");
  await press(page, "main button.primary");
};
export const importRows = (rows) => async (page) => {
  await page.goto("/admin/import");
  const text = ["sign_in_name,name,site,team,role", ...rows].join("\n");
  await page.locator("#file").setInputFiles({ name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await press(page, 'form[action="/api/admin/check-import"] button');
};
