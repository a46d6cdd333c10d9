import { expect, it } from "vitest";
import { chordOf, isTyping, match } from "./sequence";

const press = (key: string, more: Partial<KeyboardEvent> = {}) =>
  chordOf({ key, code: "", metaKey: false, ctrlKey: false, altKey: false, ...more });

it("reads what was pressed, also with a Korean layout", () => {
  expect(press("c")).toBe("c");
  expect(press("?")).toBe("?");
  expect(press("ㅊ", { code: "KeyC" })).toBe("c");
  expect(press("ㅏ", { code: "KeyK", metaKey: true })).toBe("mod+k");
  expect(press("K", { code: "KeyK", ctrlKey: true })).toBe("mod+k");
});

it("leaves alone what a shortcut cannot mean", () => {
  expect(press("Shift")).toBeNull();
  expect(press("Process", { code: "KeyC" })).toBeNull();
  expect(press("c", { altKey: true })).toBeNull();
  expect(press("ArrowDown", { code: "ArrowDown" })).toBeNull();
});

const actions = [{ keys: "g h" }, { keys: "g c" }, { keys: "c" }, {}];

it("waits for the second key, and does not take it for another shortcut", () => {
  expect(match(["g"], actions).kind).toBe("wait");
  expect(match(["g", "c"], actions)).toEqual({ kind: "run", action: actions[1] });
  expect(match(["c"], actions)).toEqual({ kind: "run", action: actions[2] });
  expect(match(["g", "x"], actions).kind).toBe("none");
});

it("knows where somebody is writing", () => {
  document.body.innerHTML =
    '<textarea></textarea><input><input type="checkbox"><div contenteditable="true"><b>x</b></div><button></button>';
  const typing = [...document.body.querySelectorAll("textarea, input, b, button")].map(isTyping);
  expect(typing).toEqual([true, true, false, true, false]);
});
