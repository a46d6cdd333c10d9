/** Characters as a reader sees them (UAX #29). */

/** Each of these is a grapheme by itself beside another of them. */
const LONE =
  "\\n\\x20-\\x7e\\xa0-\\xa8\\xaa-\\xac\\xaf-\\u02ff\\u2010-\\u2027\\u3000-\\u3029\\u3030-\\u3098\\u309b-\\u30ff" +
  "\\u3400-\\u9fff\\uac00-\\ud7a3\\uff01-\\uff9d";
const ALL_LONE = new RegExp(`^[${LONE}]*$`);
/** What has to be looked at, with a neighbour on each side that it may join. */
const JOINING = new RegExp(`[${LONE}]?(?:[^${LONE}]+[${LONE}]?)+`, "g");

let segmenter: Intl.Segmenter | null = null;

function segments(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter("und", { granularity: "grapheme" });
  return segmenter.segment(text);
}

export function countGraphemes(text: string): number {
  if (ALL_LONE.test(text)) return text.length;
  const joining = text.match(JOINING) ?? [];
  // One string for all of them, because the segmenter's start is slow; a line break keeps them apart and counts itself.
  const together = joining.join("\n");
  let total = text.length - together.length;
  for (const _ of segments(together)) total++;
  return total;
}

/** The start of the grapheme that `index` lies in. */
export function graphemeStart(text: string, index: number): number {
  if (index <= 0 || index >= text.length) return Math.max(0, Math.min(index, text.length));
  return segments(text).containing(index)?.index ?? index;
}

export function* graphemes(text: string): Generator<string> {
  for (const { segment } of segments(text)) yield segment;
}
