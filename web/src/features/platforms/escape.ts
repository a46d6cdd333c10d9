/** The markup that publishing escapes, where the escaped text is what the limit measures. */

import { hashtags } from "./counting/tags";
import type { Dialect } from "./record";

const LINKEDIN = /[\\|{}@[\]()<>#*_~]/g;
const HTML = /[&<>]/g;
const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const TAG_OPENING = "{hashtag|\\#|";

function escapeLinkedIn(text: string): string {
  let escaped = "";
  let at = 0;
  for (const tag of hashtags(text)) {
    escaped += `${escapeReserved(text.slice(at, tag.start))}${TAG_OPENING}${escapeReserved(tag.text.slice(1))}}`;
    at = tag.end;
  }
  return escaped + escapeReserved(text.slice(at));
}

function escapeReserved(text: string): string {
  return text.replace(LINKEDIN, "\\$&");
}

/** `text` as the platform's API takes it. */
export function escapeMarkup(text: string, dialect: Dialect): string {
  switch (dialect) {
    case "none":
      return text;
    case "linkedin":
      return escapeLinkedIn(text);
    case "slack":
    case "telegram":
      return text.replace(HTML, (sign) => ENTITIES[sign] ?? sign);
  }
}

/** How many characters the markup adds at which index; each of them counts one in every unit. */
export function markupAdded(text: string, dialect: Dialect): ReadonlyMap<number, number> {
  const added = new Map<number, number>();
  if (dialect === "none") return added;
  for (const { 0: sign, index } of text.matchAll(dialect === "linkedin" ? LINKEDIN : HTML)) {
    added.set(index, dialect === "linkedin" ? 1 : (ENTITIES[sign] ?? sign).length - 1);
  }
  // The sign of a tag goes into its opening, whose counterpart closes it.
  if (dialect === "linkedin") for (const { start } of hashtags(text)) added.set(start, TAG_OPENING.length);
  return added;
}
