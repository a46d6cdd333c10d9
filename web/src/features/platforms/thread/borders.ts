/** Where a text may be cut, best places first; never inside a URL, hashtag, mention or cashtag. */

import { graphemes } from "../counting/graphemes";
import { links } from "../counting/links";
import { cashtags, fediverseMentions, hashtags, mentions } from "../counting/tags";

const CLOSING = "\"'”’」』)\\]）】》〉";
const PARAGRAPH = /\n\s*\n/gu;
/** A full stop between digits or after a single capital ends nothing; an ideographic one needs no space. */
const SENTENCE = new RegExp(
  `(?<![\\d\\s]\\.|\\b[A-Z]\\.)(?<=[.!?…][${CLOSING}]*)\\s+|(?<=[。！？][${CLOSING}]*)(?![${CLOSING}])\\s*|\\n`,
  "gu",
);
const CLAUSE = /(?<=[,;:，、；：…—])\s+|(?<=[、，；])|(?=\s[([—–])\s/gu;
/** A space beside a digit belongs to a figure more often than not (`3조 2천억`, `12 million`). */
const WORD = /(?<=[^\s\d])\s+(?=\D)(?!\S*\d)/gu;
const SPACE = /\s+/gu;

/** A border of a kind is taken if the head that it leaves has this share of the longest that fits. */
const KINDS: readonly [RegExp, number][] = [
  [PARAGRAPH, 0.5],
  [SENTENCE, 0],
  [CLAUSE, 0.45],
  [WORD, 0.8],
  [SPACE, 0.8],
];

function ends(text: string): number[] {
  const found: number[] = [];
  let at = 0;
  for (const grapheme of graphemes(text)) {
    at += grapheme.length;
    found.push(at);
  }
  return found;
}

/** The last of `borders` whose head fits, which grows with the head all but always. */
function lastFitting(borders: readonly number[], headFits: (at: number) => boolean): number {
  let [low, high] = [0, borders.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (headFits(borders[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  while (low > 0 && !headFits(borders[low - 1] ?? 0)) low--;
  return borders[low - 1] ?? 0;
}

/** Where to cut so that the head fits; null when no cut helps. */
export function bestBorder(text: string, headFits: (at: number) => boolean): number | null {
  const kept = [links, hashtags, mentions, fediverseMentions, cashtags].flatMap((find) => find(text));
  const isFree = (at: number) =>
    at > 0 &&
    at < text.length &&
    text.slice(0, at).trim() !== "" &&
    text.slice(at).trim() !== "" &&
    !kept.some(({ start, end }) => start < at && at < end);
  const farthest = lastFitting(ends(text).filter(isFree), headFits);
  for (const [pattern, share] of KINDS) {
    const borders = Array.from(text.matchAll(pattern), ({ index }) => index).filter(isFree);
    const best = lastFitting(borders, headFits);
    if (best > 0 && best >= share * farthest) return best;
  }
  return farthest > 0 ? farthest : null;
}
