/** What makes a post invalid on its platform, by the same rules as the API's `violations`. */

import { alertsIn } from "./alerts";
import { forbiddenIn, isBlank } from "./counting/characters";
import { links } from "./counting/links";
import { cashtags, fediverseMentions, hashtags, mentions } from "./counting/tags";
import { count } from "./counting/units";
import { type Measure, measurePost, textsOf } from "./measure";
import type { Field, PlatformRecord, PostText, Unit } from "./record";

export type ViolationCode =
  | "too_long"
  | "missing_field"
  | "empty"
  | "too_many_parts"
  | "forbidden_character"
  | "outside_charset"
  | "alert"
  | "too_many_hashtags"
  | "too_many_mentions"
  | "too_many_cashtags"
  | "too_many_links"
  | "hashtag_too_long";

/** The API says it in a sentence; here are the values of that sentence, for the page's own language. */
export interface Violation {
  readonly code: ViolationCode;
  readonly part: number | null;
  readonly field: Field | null;
  readonly length?: number;
  readonly max?: number;
  readonly unit?: Unit;
  readonly characters?: readonly string[];
  readonly hashtag?: string;
  readonly alerts?: readonly string[];
}

/** Finds what the platform's charset cannot carry. */
export type OutsideCharset = (text: string) => string[];

const TEXT_FIELDS = ["part", "title", "subject", "preheader"] as const;

/** Null where the platform carries all of Unicode. Only text messages load the table. */
export async function loadCharset(platform: PlatformRecord): Promise<OutsideCharset | null> {
  return platform.charset === "cp949" ? (await import("./counting/charset")).outsideCp949 : null;
}

/** Until `outsideCharset` is loaded (null), `outside_charset` is not looked for. `measures` may be given if known. */
export function violationsOf(
  post: PostText,
  platform: PlatformRecord,
  outsideCharset: OutsideCharset | null,
  measures: readonly Measure[] = measurePost(post, platform),
): Violation[] {
  return [
    ...measures
      .filter(({ remaining, severity }) => remaining < 0 && severity === "reject")
      .map(({ part, field, length, max, unit }): Violation => ({ code: "too_long", part, field, length, max, unit })),
    ...missing(post, platform),
    ...characters(post, platform, outsideCharset),
    ...tooMany(post, platform),
    ...tooLongTags(post, platform),
  ];
}

function missing(post: PostText, platform: PlatformRecord): Violation[] {
  const found: Violation[] = platform.fields
    .filter((field) => isBlank(post.fields[field] ?? ""))
    .map((field) => ({ code: "missing_field", part: null, field }));
  if (post.parts.length === 0) found.push({ code: "empty", part: null, field: "part" });
  post.parts.forEach(({ text }, part) => {
    if (isBlank(text)) found.push({ code: "empty", part, field: "part" });
  });
  const max = platform.thread?.max_parts ?? 1;
  const length = post.parts.length;
  if (length > max) found.push({ code: "too_many_parts", part: null, field: null, length, max });
  return found;
}

function characters(post: PostText, platform: PlatformRecord, outsideCharset: OutsideCharset | null): Violation[] {
  const found: Violation[] = [];
  for (const field of TEXT_FIELDS) {
    for (const { part, text } of textsOf(post, field)) {
      const bad = forbiddenIn(text);
      if (bad.length > 0) found.push({ code: "forbidden_character", part, field, characters: bad });
      const foreign = outsideCharset?.(text).filter((character) => !bad.includes(character)) ?? [];
      if (foreign.length > 0) found.push({ code: "outside_charset", part, field, characters: foreign });
      const alerts = alertsIn(text, platform);
      if (alerts.length > 0) found.push({ code: "alert", part, field, alerts });
    }
  }
  return found;
}

function tooMany(post: PostText, platform: PlatformRecord): Violation[] {
  const text = post.parts.map((part) => part.text).join("\n");
  const inText = platform.hashtags.placement === "end";
  const counted: readonly [ViolationCode, number | null, () => number][] = [
    [
      "too_many_hashtags",
      platform.hashtags.max,
      () => Math.max(inText ? distinct(hashtags(text).map((tag) => tag.text.slice(1))) : 0, distinct(post.hashtags)),
    ],
    [
      "too_many_mentions",
      platform.mentions.max,
      () => (platform.mentions.host_counted ? mentions(text) : fediverseMentions(text)).length,
    ],
    ["too_many_cashtags", platform.cashtags_max, () => cashtags(text).length],
    [
      "too_many_links",
      platform.urls.max_unique,
      () => distinct(links(text, platform.urls.scheme_required).map((link) => link.text)),
    ],
  ];
  return counted.flatMap(([code, max, number]) => {
    const length = max === null ? 0 : number();
    return max !== null && length > max ? [{ code, part: null, field: null, length, max }] : [];
  });
}

function distinct(values: readonly string[]): number {
  return new Set(values).size;
}

function tooLongTags(post: PostText, { hashtags: rule }: PlatformRecord): Violation[] {
  const { max_length: max, max_length_unit: unit } = rule;
  if (max === null) return [];
  return post.hashtags
    .map((hashtag) => ({ hashtag, length: count(hashtag, unit) }))
    .filter(({ length }) => length > max)
    .map((found): Violation => ({ code: "hashtag_too_long", part: null, field: null, max, unit, ...found }));
}
