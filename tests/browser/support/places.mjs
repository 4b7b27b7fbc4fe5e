// Every page template, per person, and how to get there. Each place is a name and a walk; a walk may be a plain address.
import { beginWithCode, hire } from "./newcomer.mjs";
import * as learners from "./places/learners.mjs";
import * as others from "./places/others.mjs";
import { signIn } from "./stage.mjs";

const all = { ...others.PLACES, ...learners.PLACES };
/** By person, in the order in which they are visited. */
export const PLACES = Object.fromEntries(["", "lena", "karim", "eva", "admin", "newcomer"].map((person) => [person, all[person]]));

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
