/** Changes of a textarea that do not come from its keys. */

import type { Change } from "./fixing";

/** As if typed: the browser remembers it for its own undo, and tells it as an input. */
export function exchange(area: HTMLTextAreaElement, { start, end, insert }: Change): void {
  area.focus();
  area.setSelectionRange(start, end);
  // Marked as outdated everywhere and replaced nowhere: nothing else keeps undo whole.
  const isDone =
    typeof document.execCommand === "function" &&
    document.execCommand(insert === "" ? "delete" : "insertText", false, insert);
  if (isDone) return;
  area.setRangeText(insert, start, end, "end");
  area.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

/** Only what differs is written, so that the caret stays where it was. */
export function write(area: HTMLTextAreaElement, text: string): void {
  const old = area.value;
  const shorter = Math.min(old.length, text.length);
  let start = 0;
  while (start < shorter && old[start] === text[start]) start++;
  let same = 0;
  while (same < shorter - start && old[old.length - 1 - same] === text[text.length - 1 - same]) same++;
  area.setRangeText(text.slice(start, text.length - same), start, old.length - same, "preserve");
}
