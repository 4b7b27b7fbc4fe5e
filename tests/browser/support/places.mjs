// Every page template, per person, and how to get there. Each place is a name and a walk; a walk may be a plain address.
import { beginWithCode, hire } from "./newcomer.mjs";
import { islandReady, signIn } from "./stage.mjs";

const MODULE = "/modules/appreciative-communication";
const LESSON = `${MODULE}/lessons/listening`;
const DRILL = "/modules/difficult-customers/drills/cold-soup";
const TALK = `${DRILL}?attempt=`;
const PHRASE = `${MODULE}/drills/still-waiting`;

/** Goes to the first page that a link of this form on `from` leads to. */
const first = (from, link) => async (page) => {
  await page.goto(from);
  await page.goto(await page.locator(link).first().getAttribute("href"));
};

const press = async (page, control) => {
  const action = page.locator(control).first();
  await Promise.all([page.waitForEvent("framenavigated"), action.click()]);
  await page.waitForLoadState();
};

/** Sends a form that no page offers, as a browser would. */
const send = (action, fields) => async (page) => {
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

const team = first("/teams", '.toc a[href^="/teams/"]');
const newAssignment = async (page) => {
  await team(page);
  await page.goto(await page.locator('a[href$="/assignments/new"]').getAttribute("href"));
};
const talk = async (page) => {
  await page.goto(`${TALK}${crypto.randomUUID()}`);
  await islandReady(page);
};
const intend = async (page) => {
  await page.goto("/intentions/new");
  await page.locator("#condition").fill("jemand wartet & <nickt>");
  await page.locator("#deed").fill("schaue ich zuerst auf");
  await press(page, "main button.primary");
};
const stopped = async (page) => {
  await intend(page);
  await press(page, 'button[value="not-yet"]');
  await page.locator("#obstacle").fill("Am Samstag waren wir zu zweit.");
  await press(page, 'form[action="/api/field/keep-words"] button');
};
const OPEN = `${MODULE}/drills/gone-by-six`;
/** A reply in writing, up to what is to be decided. */
const reply = async (page) => {
  await page.goto(`${OPEN}?attempt=${crypto.randomUUID()}`);
  await page.locator("#said").fill("Das ist <ärgerlich> & ich schaue sofort nach.");
  await press(page, 'button[value="write"]');
};
const decide = async (page) => {
  await reply(page);
  await page.locator('input[name="marks[]"]').first().check();
  await press(page, 'button[value="mark"]');
};
/** Writes a sentence; and marks, and writes again, as far as asked. */
const phrase = (steps) => async (page) => {
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
  await page.locator('main [role="status"]', { hasText: /\.$/ }).waitFor();
};
const ownPhrase = async (page) => {
  await page.goto("/phrases/new");
  await page.locator("#said").fill("Darf ich kurz nachsehen?");
  await press(page, "main button.primary");
};
const importRows = (rows) => async (page) => {
  await page.goto("/admin/import");
  const text = ["sign_in_name,name,site,team,role", ...rows].join("\n");
  await page.locator("#file").setInputFiles({ name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
  await press(page, 'form[action="/api/admin/check-import"] button');
};

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
  lena: {
    today: "/today",
    progress: "/progress",
    competencies: "/competencies",
    "a competency": "/competencies/appreciation",
    "a competency, nothing to practise": "/competencies/decision-rights",
    confirmation: "/confirmation",
    "my data": "/my-data",
    modules: "/modules",
    module: MODULE,
    "lesson, a step": `${LESSON}?step=2`,
    "lesson, a question": `${LESSON}?step=5&again=wilted-bouquet`,
    "lesson, a question left open": async (page) => {
      await page.goto(`${LESSON}?step=5&again=wilted-bouquet`);
      await page.locator('form[action="/api/modules/answer-check"] input[type=radio]').evaluateAll((all) => all.forEach((one) => one.removeAttribute("required")));
      await press(page, 'form[action="/api/modules/answer-check"] button');
    },
    "lesson, a question answered": async (page) => {
      await page.goto(`${LESSON}?step=5&again=wilted-bouquet`);
      await page.locator('form[action="/api/modules/answer-check"] input[type=radio]').nth(1).check();
      await press(page, 'form[action="/api/modules/answer-check"] button');
    },
    "lesson, a reflection": `${LESSON}?step=7`,
    "module, a lesson read": `${MODULE}?read=listening`,
    "drill, start": DRILL,
    "drill, first words": talk,
    "drill, in the middle": async (page) => {
      await talk(page);
      const before = await page.locator("blockquote.says").innerText();
      await page.locator(".choices button").first().click();
      await page.waitForFunction((before) => document.querySelector("blockquote.says")?.innerText !== before, before);
    },
    "drill, debrief": async (page) => {
      await talk(page);
      for (let turns = 0; turns < 20 && (await page.locator(".choices button").count()); turns++) {
        const before = await page.locator("blockquote.says").innerText();
        await page.locator(".choices button").first().click();
        await page.waitForFunction((before) => document.querySelector("blockquote.says")?.innerText !== before, before);
      }
      await page.locator('main [role="status"]', { hasText: /\.$/ }).waitFor();
      await press(page, "main a.primary");
      await page.locator(".talk").waitFor();
    },
    "recall, a card": "/recall",
    "recall, a card turned": async (page) => {
      await page.goto("/recall");
      await islandReady(page);
      await page.locator(".recall summary").first().click();
      await page.locator(".recall .prose").first().waitFor();
    },
    "recall, a pause refused": async (page) => {
      await page.goto("/recall");
      await page.locator(".pause summary").click();
      await page.locator("#until").fill("2020-01-01");
      await press(page, ".pause button");
    },
    intentions: "/intentions",
    "new intention": "/intentions/new?module=appreciative-communication",
    "new intention, from a ready one": first(`${MODULE}/drills/what-for`, "main .toc a"),
    "new intention, refused": async (page) => {
      await page.goto("/intentions/new");
      await page.locator("#deed").fill("Zu lang. ".repeat(20));
      await page.locator("#day").fill("2020-01-01");
      await press(page, "main button.primary");
    },
    "intention, just kept": intend,
    "intention, at rest": first("/intentions", '#past + ul a[href^="/intentions/"]'),
    "intention, not yet, with what stopped one": stopped,
    "intention, too many words": async (page) => {
      await stopped(page);
      await page.locator("#obstacle").fill("Zu lang. ".repeat(80));
      await press(page, 'form[action="/api/field/keep-words"] button');
    },
    "handing in without a name": async (page) => {
      await stopped(page);
      await page.goto(await page.locator('main a[href$="/obstacle"]').getAttribute("href"));
    },
    rhythm: "/rhythm",
    "rhythm, just chosen": async (page) => {
      await page.goto("/rhythm");
      await page.locator('input[value="3"]').check();
      await press(page, "main button.primary");
    },
    "rhythm, none chosen": async (page) => {
      await page.goto("/rhythm");
      await page.locator('input[name="times"]').evaluateAll((all) => all.forEach((one) => (one.checked = false)));
      await press(page, "main button.primary");
    },
    receipt: "/receipt",
    "receipt of another year": async (page) => {
      await page.goto("/receipt");
      await page.goto(await page.locator('a[href*="year="]').last().getAttribute("href"));
    },
    "open drill, start": OPEN,
    "open drill, a reply": async (page) => {
      await page.goto(`${OPEN}?attempt=${crypto.randomUUID()}`);
      await islandReady(page);
    },
    "open drill, a file refused": async (page) => {
      await page.goto(`${OPEN}?attempt=${crypto.randomUUID()}`);
      await page.locator("#file").setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("no sound") });
      const sent = page.waitForNavigation();
      await page.locator('form[action="/api/recordings"]').evaluate((form) => form.submit());
      await sent;
      await islandReady(page);
    },
    "open drill, compared": reply,
    "open drill, to decide": decide,
    "open drill, shared": async (page) => {
      await decide(page);
      await press(page, 'button[value="share"]');
      await page.locator("main details summary").click();
    },
    recordings: "/recordings",
    "phrase drill, start": PHRASE,
    "phrase drill, nothing written": async (page) => {
      await page.goto(PHRASE);
      await islandReady(page);
      await page.locator("main button.primary").click();
      await page.locator("#said-error").waitFor();
    },
    "phrase drill, models": phrase(1),
    "phrase drill, once more": phrase(2),
    "phrase drill, done": phrase(3),
    "field practice": `${MODULE}/drills/what-for`,
    "my sentences": ownPhrase,
    "my sentences, nothing found": async (page) => {
      await ownPhrase(page);
      await page.goto("/phrases?q=zzzzz");
    },
    "new sentence": "/phrases/new",
    "new sentence, refused": async (page) => {
      await page.goto("/phrases/new");
      await page.locator("#said").evaluate((field) => field.removeAttribute("required"));
      await press(page, "main button.primary");
    },
    "a sentence": async (page) => {
      await ownPhrase(page);
      await page.goto(await page.locator(".phrases a[aria-label]").first().getAttribute("href"));
    },
    account: "/account",
    "account, refused": async (page) => {
      await page.goto("/account");
      for (const [field, text] of [["current", "wrong"], ["password", "short"], ["repeated", "other"]]) await page.locator(`#${field}`).fill(text);
      await press(page, 'form[action="/api/people/set-password"] button');
    },
    "400": "/today?a=%FF",
    "403": "/admin/people",
    "404": "/nothing/here",
    "410": send("/api/recall/answer", { review: crypto.randomUUID(), card: "gone/gone", number: "1", grade: "good" }),
    "413": send("/api/modules/keep-reflection", { text: "x".repeat(100_000) }),
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
    "what stopped people": "/uptake/obstacles",
    "what stopped people, nothing more": "/uptake/obstacles?page=9",
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
    "decision card, to write": "/decision-card",
  },
  newcomer: {
    "today, nothing done yet": "/today",
    "progress, nothing done yet": "/progress",
    "modules, nothing done yet": "/modules",
    "competencies, nothing done yet": "/competencies",
    "a competency, nothing done yet": "/competencies/appreciation",
    "confirmation, nothing done yet": "/confirmation",
    "module, nothing done yet": MODULE,
    "test out": `${MODULE}/test-out`,
    "test out, nothing answered": async (page) => {
      await page.goto(`${MODULE}/test-out`);
      await page.locator("main form").evaluate((form) => (form.noValidate = true));
      await press(page, "main button.primary");
    },
    "test out, answered": async (page) => {
      await page.goto(`${MODULE}/test-out`);
      const questions = await page.locator("fieldset.question").all();
      for (const question of questions) await question.locator("input").first().check();
      // Answered once, they are only shown.
      if (questions.length) await press(page, "main button.primary");
    },
    "recall, nothing done yet": "/recall",
    "intentions, none yet": "/intentions",
    "receipt, nothing done yet": "/receipt",
    "my sentences, none yet": "/phrases",
    "401": async (page) => {
      await page.goto("/account");
      await page.context().clearCookies({ name: "session" });
      await press(page, 'form[action="/api/people/sign-out-everywhere"] button');
    },
  },
};

/** Signs in as whom a place is for; the newcomer is hired first. */
export async function enter(page, person, admin) {
  if (person === "") return;
  if (person !== "newcomer") {
    await signIn(page, person);
    await page.waitForURL("**/today");
    return;
  }
  await signIn(admin, "admin");
  await admin.waitForURL("**/today");
  await beginWithCode(page, await hire(admin));
}

/** Goes to a place. */
export async function walk(page, place) {
  await (typeof place === "string" ? page.goto(place) : place(page));
}
