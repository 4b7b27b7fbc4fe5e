// What everybody else sees.
import { hire } from "../newcomer.mjs";
import { signIn } from "../stage.mjs";
import { first, press, send, team, newAssignment, importRows } from "./ways.mjs";

/** By person. */
export const PLACES = {
  "": {
    "sign-in": "/sign-in",
    "who sees what": "/who-sees-what",
    "sign-in, refused": async (page) => {
      await signIn(page, "nobody.known", "wrong");
      await page.locator("#name-error").waitFor();
    },
    "429": async (page) => {
      for (let tries = 0; tries < 8 && !(await page.locator("main code").count()); tries++) {
        await signIn(page, `somebody.${await page.locator("html").getAttribute("lang")}`, "wrong");
        await page.locator("#name-error, main code").waitFor();
      }
    },
  },
  karim: {
    "recall, paused": async (page) => {
      await page.goto("/recall");
      if (!(await page.locator("#until").count())) return;
      await page.locator(".pause summary").click();
      await page.locator("#until").fill(new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10));
      await press(page, ".pause button");
    },
    "shared replies": "/responses",
    teams: "/teams",
    team,
    "team, with older things": async (page) => {
      await team(page);
      await page.goto(`${page.url()}?older=1`);
    },
    "new assignment": newAssignment,
    "new assignment, refused": async (page) => {
      await newAssignment(page);
      await page.locator("#what").evaluate((field) => field.removeAttribute("required"));
      await page.locator("#due").fill("2020-01-01");
      await page.locator("#note").fill("Zu lang. ".repeat(80));
      await press(page, "main button.primary");
    },
    "team, just assigned": async (page) => {
      await newAssignment(page);
      await page.locator("#what").selectOption({ index: 2 });
      await page.locator("#note").fill("Ein <Hinweis> & mehr");
      await press(page, "main button.primary");
    },
    assignment: async (page) => {
      await team(page);
      await page.goto(await page.locator('tbody a[href*="/assignments/"]').first().getAttribute("href"));
    },
    "assignment, withdrawn": async (page) => {
      await team(page);
      const assignment = await page.locator('tbody a[href*="/assignments/"]').first().getAttribute("href");
      await page.goto(assignment);
      await press(page, 'form[action="/api/coaching/withdraw-assignment"] button');
      await page.goto(assignment);
    },
    "409": async (page) => {
      await newAssignment(page);
      const form = page.locator('form[action="/api/coaching/create-assignment"]');
      await page.locator("#what").selectOption({ index: 2 });
      const fields = await form.evaluate((form) => Object.fromEntries(new FormData(form)));
      await press(page, "main button.primary");
      await send("/api/coaching/create-assignment", { ...fields, note: "something else" })(page);
    },
  },
  eva: {
    uptake: "/uptake",
    "values, with the way to the worksheet": "/our-values",
    worksheet: "/our-values/worksheet",
    "worksheet, a sentence": first("/our-values/worksheet", 'main section p a[href^="/our-values/worksheet/"]'),
    "worksheet, nothing answered": async (page) => {
      await first("/our-values/worksheet", 'main section p a[href^="/our-values/worksheet/"]')(page);
      await press(page, "main button.primary");
    },
    "what stopped people": "/uptake/obstacles",
    "what stopped people, nothing more": "/uptake/obstacles?page=9",
    detours: "/uptake/detours",
    "detours of a conversation": async (page) => {
      await first("/uptake/detours", "main .detours a")(page);
      await page.locator("main summary").click();
    },
    "detours, too few": "/uptake/detours/relationship-care/quiet-since-january",
    "uptake of a site in a week": async (page) => {
      await page.goto("/uptake");
      await page.locator("#week").selectOption({ index: 3 });
      await page.locator("#site").selectOption({ index: 2 });
      await press(page, "form.filters button");
    },
  },
  admin: {
    people: "/admin/people",
    "people, nobody found": "/admin/people?q=zzzzz",
    "people, last page": "/admin/people?page=3",
    "new person": "/admin/people/new",
    "new person, refused": async (page) => {
      await page.goto("/admin/people/new");
      await page.locator("#name").fill("Jemand");
      await page.locator("#sign_in_name").fill("LENA");
      await press(page, "main button.primary");
    },
    "person, just created": async (page) => {
      await hire(page);
    },
    person: async (page) => {
      await page.goto("/admin/people?q=karim");
      await page.goto(await page.locator("tbody th a").first().getAttribute("href"));
    },
    "person, refused": async (page) => {
      await page.goto("/admin/people?q=lena");
      await page.goto(await page.locator("tbody th a").first().getAttribute("href"));
      await page.locator("#until").fill("2020-01-01");
      await press(page, 'form[action="/api/admin/give-grant"] button');
    },
    oneself: async (page) => {
      await page.goto("/admin/people?q=admin");
      await page.goto(await page.locator("tbody th a").first().getAttribute("href"));
    },
    "teams and sites": "/admin/sites",
    site: first("/admin/sites", 'main a[href^="/admin/sites/"]'),
    "a team to administer": first("/admin/sites", 'main a[href^="/admin/teams/"]'),
    "team that cannot be closed": async (page) => {
      await first("/admin/sites", 'main a[href^="/admin/teams/"]')(page);
      await press(page, 'form[action="/api/admin/set-team-open"] button');
    },
    import: "/admin/import",
    "import, not a table": importRows(["x,y,z", '"']),
    "dry run with faults": importRows([",Ohne,Zürich,Mode,", "a.b,A B,Atlantis,Mode,König", "c.d,C D,Wien,Kasse,coach", "lena,Lena Hofmann,Zürich,Elektronik,", "karim,Karim Had,Zürich,Elektronik,"]),
    "dry run that may go on": importRows(["e.f,E F,Wien,Kasse,coach"]),
    "audit log": "/admin/audit-log",
    "help, to write": "/help",
    "decision card, with the way to write it": "/decision-card",
    "decision cards": "/admin/decision-cards",
    "decision card, to write": first("/admin/decision-cards", ".toc li:nth-child(2) a"),
    "decision card, one line more": async (page) => {
      await page.goto("/admin/decision-cards/new");
      await page.locator("#job-de").fill("Lager & <Rampe>");
      await press(page, 'button[name="add"]');
    },
    "decision card, refused": async (page) => {
      await page.goto("/admin/decision-cards/new");
      await page.locator("#line-0-what-de").fill("Palette ist beschädigt");
      await press(page, "main button.primary");
    },
    "values, to write": "/admin/our-values",
    "values, refused": async (page) => {
      await page.goto("/admin/our-values");
      await page.locator("#value-0-words-de").fill("");
      await press(page, 'button[name="add"]');
      await press(page, "main button.primary");
    },
  },
};
