// Two ways to use a page: by pointer, and by keyboard alone.
import assert from "node:assert/strict";

/** Taps and types. */
export const pointer = {
  press: (control) => control.click(),
  pick: (option) => option.check(),
  write: (field, text) => field.fill(text),
};

/** Tab, Shift, arrows, Enter and Space; nothing is ever clicked. */
export const keyboard = {
  press: async (control) => {
    await tabTo(control);
    await control.page().keyboard.press("Enter");
  },
  pick: async (option) => {
    const isRadio = (await option.getAttribute("type")) === "radio";
    // Tab stops once at a group of radio buttons; arrows move within it.
    const group = isRadio ? option.locator(`xpath=ancestor::form//input[@type="radio" and @name="${await option.getAttribute("name")}"]`) : option;
    await tabTo(group);
    for (let moves = 0; isRadio && !(await isFocused(option)); moves++) {
      assert.ok(moves < 60, "arrows lead to every option");
      await option.page().keyboard.press("ArrowDown");
    }
    if (!(await option.isChecked())) await option.page().keyboard.press("Space");
  },
  write: async (field, text) => {
    await tabTo(field);
    await field.page().keyboard.press("ControlOrMeta+a");
    await field.page().keyboard.insertText(text);
  },
};

/** Presses Tab until one of the controls has the focus, and sees that the focus shows. */
async function tabTo(controls) {
  await controls.first().waitFor();
  for (let stops = 0; stops < 150; stops++) {
    await controls.page().keyboard.press("Tab");
    if (!(await isFocused(controls))) continue;
    const outline = await controls.page().evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
    assert.notEqual(outline, "none", "the focus can be seen");
    return;
  }
  assert.fail(`Tab does not lead to ${controls}`);
}

function isFocused(controls) {
  return controls.evaluateAll((elements) => elements.includes(document.activeElement));
}
