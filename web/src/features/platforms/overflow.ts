/** Where a text goes past a limit, so that the editor can tint what is over and a preview can fold. */

import { countUtf8, jsonExcess } from "./counting/bytes";
import { emojiSpans } from "./counting/emoji";
import { graphemeStart, graphemes } from "./counting/graphemes";
import { links } from "./counting/links";
import { outside } from "./counting/span";
import { fediverseMentions } from "./counting/tags";
import { type FixedSpan, fixedWeights, weightOf } from "./counting/weight";
import { markupAdded } from "./escape";
import { measureText } from "./measure";
import type { Limit, PlatformRecord, Unit } from "./record";

/** The index of the first character (as a reader sees it, or URL) that no longer fits; null when all of it does. */
export function overflowStart(text: string, platform: PlatformRecord, limit: Limit): number | null {
  if (measureText(text, platform, limit.unit) <= limit.max) return null;
  const counted = limit.unit === "weighted" ? text.normalize("NFC") : text;
  const over = walk(counted, platform, limit);
  return counted === text ? graphemeStart(text, over) : before(text, over);
}

/** Where a part goes past the first of the limits that reject; null when it fits. */
export function rejectedFrom(text: string, platform: PlatformRecord): number | null {
  const starts = platform.limits
    .filter(({ field, severity }) => field === "part" && severity === "reject")
    .map((limit) => overflowStart(text, platform, limit))
    .filter((start) => start !== null);
  return starts.length === 0 ? null : Math.min(...starts);
}

/** The index in `text` of what stands at `index` of its NFC. */
function before(text: string, index: number): number {
  let at = 0;
  let composed = 0;
  for (const grapheme of graphemes(text)) {
    composed += grapheme.normalize("NFC").length;
    if (composed > index) return at;
    at += grapheme.length;
  }
  return at;
}

function walk(text: string, platform: PlatformRecord, { unit, max }: Limit): number {
  const fixed = fixedSpans(text, platform, unit);
  const added = platform.escape.counted ? markupAdded(text, platform.escape.dialect) : new Map<number, number>();
  let total = 0;
  let at = 0;
  for (const { start, end, cost } of [...fixed, { start: text.length, end: text.length, cost: 0 }]) {
    for (const piece of unit === "grapheme" ? graphemes(text.slice(at, start)) : text.slice(at, start)) {
      total += costOf(piece, unit) + (added.get(at) ?? 0);
      if (total > max) return at;
      at += piece.length;
    }
    total += cost;
    for (let inside = start; inside < end; inside++) total += added.get(inside) ?? 0;
    if (total > max) return start;
    at = end;
  }
  return text.length;
}

function fixedSpans(text: string, { urls, mentions }: PlatformRecord, unit: Unit): FixedSpan[] {
  if (unit === "weighted") return fixedWeights(text);
  if (unit === "emoji_byte") {
    return emojiSpans(text).map(({ start, end }) => ({ start, end, cost: countUtf8(text.slice(start, end)) }));
  }
  if (unit !== "grapheme" && unit !== "code_point" && unit !== "utf16") return [];
  const { counted_as } = urls;
  const fixed =
    counted_as === null ? [] : links(text, urls.scheme_required).map((url) => ({ ...url, cost: counted_as }));
  if (mentions.host_counted) return fixed;
  const named = fediverseMentions(text).map((mention) => ({
    ...mention,
    cost: (mention.text.split("@")[1] ?? "").length + 1,
  }));
  return [...fixed, ...outside(named, fixed)].sort((a, b) => a.start - b.start);
}

function costOf(piece: string, unit: Unit): number {
  switch (unit) {
    case "weighted":
      return weightOf(piece.charCodeAt(0));
    case "grapheme":
    case "code_point":
    case "emoji_byte":
      return 1;
    case "utf16":
      return piece.length;
    case "utf8_byte":
      return countUtf8(piece);
    case "cp949_byte":
      return piece.charCodeAt(0) < 0x80 ? 1 : 2;
    case "json_byte":
      return countUtf8(piece) + jsonExcess(piece.charCodeAt(0));
  }
}
