/**
 * Keys as they are written in the list: single ones (`c`, `?`, `[`), two in a row (`g h`), or with the machine's own
 * modifier (`mod+k`).
 */
export type Press = Pick<KeyboardEvent, "key" | "code" | "metaKey" | "ctrlKey" | "altKey">;

/** What was pressed, as the list writes it; null: nothing that a shortcut could mean. */
export function chordOf({ key, code, metaKey, ctrlKey, altKey }: Press): string | null {
  if (altKey || key === "Shift" || key === "Control" || key === "Meta" || key === "Dead" || key === "Process")
    return null;
  const name = latin(key, code);
  if (name === null) return null;
  return metaKey || ctrlKey ? `mod+${name}` : name;
}

/** The key's Latin letter also while a Korean or Japanese keyboard layout is on. */
function latin(key: string, code: string): string | null {
  if (key.length !== 1) return null;
  if (/^[\x21-\x7e]$/.test(key)) return key.toLowerCase();
  return /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : null;
}

export type Match<T> = { kind: "run"; action: T } | { kind: "wait" } | { kind: "none" };

/** What the chords pressed so far mean. */
export function match<T extends { keys?: string }>(chords: readonly string[], actions: readonly T[]): Match<T> {
  const pressed = chords.join(" ");
  const action = actions.find((each) => each.keys === pressed);
  if (action) return { kind: "run", action };
  return actions.some((each) => each.keys?.startsWith(`${pressed} `)) ? { kind: "wait" } : { kind: "none" };
}

/** Letters belong to what is being written. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('[contenteditable]:not([contenteditable="false"])')) return true;
  return target.matches("textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit])");
}
