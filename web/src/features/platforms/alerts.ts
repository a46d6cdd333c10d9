/** Words that notify everyone of a server or channel where a text is posted; which ones, the platform's record says. */

import type { PlatformRecord } from "./record";

/** Discord drops these before it looks for such a word. */
const DROPPED = "[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]*";
/** A sign such as `<!` is named with what it begins. */
const REST = "[^ \\t\\r\\n<>]{0,30}>?";
const SYNTAX = /[\\^$.*+?()[\]{}|/]/g;

function escapeSyntax(text: string): string {
  return text.replace(SYNTAX, "\\$&");
}

/** One may stand in another (`<@everyone`), so that each is looked for at every sign. */
function patternOf(alerts: readonly string[]): RegExp {
  const spelt = [...alerts]
    .sort((a, b) => b.length - a.length)
    .map((alert) => Array.from(alert, escapeSyntax).join(DROPPED) + (/\p{L}$/u.test(alert) ? "" : REST));
  return new RegExp(`(?=(${spelt.join("|")}))`, "giu");
}

const patterns = new WeakMap<readonly string[], RegExp>();

/** What in `text` would notify people, each as written and once. */
export function alertsIn(text: string, { mentions: { alerts } }: PlatformRecord): string[] {
  if (alerts.length === 0) return [];
  const pattern = patterns.get(alerts) ?? patternOf(alerts);
  patterns.set(alerts, pattern);
  return [...new Set(Array.from(text.matchAll(pattern), ([, found = ""]) => found))];
}
