/** How a post stands against its platform's record, as the API measures it; `violations.ts` has what makes it invalid. */

import { JSON_ESCAPED } from "./counting/bytes";
import { links } from "./counting/links";
import { fediverseMentions } from "./counting/tags";
import { count } from "./counting/units";
import { escapeMarkup } from "./escape";
import type { Field, Limit, PlatformRecord, PostText, Severity, Unit } from "./record";

/** One limit and where the post stands; `part` is the index of the part, null for another field. */
export interface Measure {
  readonly field: Field;
  readonly part: number | null;
  readonly unit: Unit;
  readonly length: number;
  readonly max: number;
  readonly severity: Severity;
  /** Negative where it is over. */
  readonly remaining: number;
}

/** Units in which a platform may count a URL or a mention otherwise than it is written. */
const COUNTS_AS_SHOWN: ReadonlySet<Unit> = new Set<Unit>(["grapheme", "code_point", "utf16"]);

/** The limit that a meter and a thread go by: the record's first of a part. */
export function partLimit(platform: PlatformRecord): Limit {
  const found = platform.limits.find(({ field }) => field === "part");
  if (found === undefined) throw new Error(`The record of ${platform.id} has no limit for a part.`);
  return found;
}

function asCounted(text: string, { urls, mentions }: PlatformRecord): string {
  let counted = text;
  if (urls.counted_as !== null) {
    for (const { start, end } of [...links(counted, urls.scheme_required)].reverse()) {
      counted = counted.slice(0, start) + "u".repeat(urls.counted_as) + counted.slice(end);
    }
  }
  if (!mentions.host_counted) {
    for (const { start, end, text: mention } of fediverseMentions(counted).reverse()) {
      counted = `${counted.slice(0, start)}@${mention.split("@")[1] ?? ""}${counted.slice(end)}`;
    }
  }
  return counted;
}

/** The length of one part as the platform counts it; `unit` is the first part limit's unless given. */
export function measureText(text: string, platform: PlatformRecord, unit: Unit = partLimit(platform).unit): number {
  const escaped = platform.escape.counted ? escapeMarkup(text, platform.escape.dialect) : text;
  return count(COUNTS_AS_SHOWN.has(unit) ? asCounted(escaped, platform) : escaped, unit);
}

/** A JSON string as the backend writes it; `JSON.stringify` alone would escape half a character, too. */
function quoted(text: string): string {
  return `"${text.replace(JSON_ESCAPED, (character) => JSON.stringify(character).slice(1, -1))}"`;
}

/** The post as a push service takes it. */
export function pushPayload({ parts, fields, link }: PostText): string {
  const body = parts.map(({ text }) => text).join("\n");
  const alert = `{"aps":{"alert":{"title":${quoted(fields.title ?? "")},"body":${quoted(body)}}}`;
  return link ? `${alert},"url":${quoted(link)}}` : `${alert}}`;
}

/** The texts that a limit of `field` speaks of. */
export function textsOf(post: PostText, field: Field): { part: number | null; text: string }[] {
  if (field === "part") return post.parts.map(({ text }, part) => ({ part, text }));
  const text = field === "payload" ? pushPayload(post) : post.fields[field];
  return text === null ? [] : [{ part: null, text }];
}

/** Every limit of the record against every text that it speaks of, parts first. */
export function measurePost(post: PostText, platform: PlatformRecord): Measure[] {
  const found = platform.limits.flatMap(({ field, unit, max, severity }) =>
    textsOf(post, field).map(({ part, text }): Measure => {
      const length = field === "part" ? measureText(text, platform, unit) : count(text, unit);
      return { field, part, unit, length, max, severity, remaining: max - length };
    }),
  );
  return found.sort((a, b) => Number(a.part === null) - Number(b.part === null) || (a.part ?? 0) - (b.part ?? 0));
}

/** The measure that a meter shows: of those that reject, else of those that advise, the one with the least room. */
export function tightest(measures: readonly Measure[]): Measure | null {
  for (const severity of ["reject", "advise"] as const) {
    const [first, ...rest] = measures.filter((measure) => measure.severity === severity);
    if (first !== undefined) {
      return rest.reduce((least, one) => (one.remaining / one.max < least.remaining / least.max ? one : least), first);
    }
  }
  return null;
}
