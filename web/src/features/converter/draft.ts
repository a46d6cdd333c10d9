/** What somebody is about to convert, kept for this tab: neither a reload nor a new sign-in loses it. */
const KEY = "newsforge-draft";
const LONGEST = 1_000_000;

export type Draft = { written: string; instruction: string };

export const NO_DRAFT: Draft = { written: "", instruction: "" };

export function keptDraft(): Draft {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "{}");
    return { written: String(kept.written ?? ""), instruction: String(kept.instruction ?? "") };
  } catch {
    return NO_DRAFT;
  }
}

export function keepDraft(draft: Draft): void {
  try {
    if (!draft.written && !draft.instruction) sessionStorage.removeItem(KEY);
    else if (draft.written.length <= LONGEST) sessionStorage.setItem(KEY, JSON.stringify(draft));
  } catch {
    // It still stands in the input.
  }
}
