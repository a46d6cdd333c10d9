/** X's weighting: any URL 23, any emoji 2, Latin and its neighbours 1, the rest 2, after NFC. */

import { isHighSurrogate, isLowSurrogate } from "./characters";
import { emojiSpans, holdsNoEmoji } from "./emoji";
import { links } from "./links";
import { outside, remembered, type Span } from "./span";

export const WEIGHTED_URL = 23;
export const WEIGHTED_EMOJI = 2;

/** A range that weighs the same whatever is in it. */
export interface FixedSpan extends Span {
  readonly cost: number;
}

export function weightOf(code: number): number {
  if (code < 0x1100) return 1;
  if (code < 0x2000 || code > 0x2037) return 2;
  return code <= 0x200d || (code >= 0x2010 && code <= 0x201f) || code >= 0x2032 ? 1 : 2;
}

/** The URLs and emoji of a text in NFC. */
export function fixedWeights(text: string, strict = false): FixedSpan[] {
  const urls = links(text);
  const fixed: FixedSpan[] = urls.map(({ start, end }) => ({ start, end, cost: WEIGHTED_URL }));
  const emoji = outside(emojiSpans(text, strict), urls);
  if (emoji.length === 0) return fixed;
  fixed.push(...emoji.map((span) => ({ ...span, cost: WEIGHTED_EMOJI })));
  return fixed.sort((a, b) => a.start - b.start);
}

function plainWeight(text: string, from: number, to: number): number {
  let total = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    total += weightOf(code);
    if (isHighSurrogate(code) && isLowSurrogate(text.charCodeAt(at + 1))) at++;
  }
  return total;
}

function weigh(text: string, fixed: readonly FixedSpan[]): number {
  let total = 0;
  let at = 0;
  for (const { start, end, cost } of fixed) {
    total += cost + plainWeight(text, at, start);
    at = end;
  }
  return total + plainWeight(text, at, text.length);
}

export const weight = remembered((given: string): number => {
  const text = given.normalize("NFC");
  return weigh(text, fixedWeights(text));
});

/** As X's frozen reference counter has it: newer emoji sequences piece by piece. Never below the documented weight. */
export const strictWeight = remembered((given: string): number => {
  const text = given.normalize("NFC");
  return holdsNoEmoji(text) ? weight(given) : weigh(text, fixedWeights(text, true));
});
