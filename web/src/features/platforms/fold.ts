/** Where the platform's own feed hides the rest of a text behind "more". */

import { overflowStart } from "./overflow";
import { presentationOf } from "./presentation";
import type { PlatformRecord } from "./record";

/** The index of the first character that is hidden; null when the whole text shows. */
export function foldStart(text: string, platform: PlatformRecord): number | null {
  const starts = platform.limits
    .filter(({ field, severity }) => field === "part" && severity === "fold")
    .map((limit) => overflowStart(text, shownBy(platform), limit));
  const { foldLines } = presentationOf(platform.id);
  if (foldLines !== null) starts.push(lineStart(text, foldLines));
  const known = starts.filter((start) => start !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** Readers see the text, not the markup that its transport needs. */
function shownBy(platform: PlatformRecord): PlatformRecord {
  return { ...platform, escape: { dialect: "none", counted: false } };
}

/** The break after so many lines, if anything stands behind it. */
function lineStart(text: string, lines: number): number | null {
  let at = -1;
  for (let line = 0; line < lines; line++) {
    at = text.indexOf("\n", at + 1);
    if (at < 0) return null;
  }
  return text.slice(at).trim() === "" ? null : at;
}
