/**
 * Receipts speak of the text that was checked. While somebody types, those of untouched sentences move with them; what
 * was touched has no receipt until the next check.
 */

import type { ReceiptOut } from "@/api/generated";
import { unitsOf } from "./offsets";

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A receipt and where its sentence stands now, in UTF-16 units. */
export interface Placed extends Range {
  readonly receipt: ReceiptOut;
  /** Its place among the post's receipts. */
  readonly index: number;
}

export interface Placing {
  readonly placed: readonly Placed[];
  /** What is not checked as it stands, in order; empty when all of it is. */
  readonly stale: readonly Range[];
}

/** Which text a receipt or a meter speaks of: the index of a part, or the name of a field. */
export type Place = number | string;

export function placeOf({ part, field }: Pick<ReceiptOut, "part" | "field">): Place {
  return part ?? field ?? 0;
}

export function placeReceipts(receipts: readonly ReceiptOut[], place: Place, checked: string, text: string): Placing {
  const unit = unitsOf(checked);
  const all = receipts.flatMap((receipt, index): Placed[] =>
    placeOf(receipt) === place ? [{ receipt, index, start: unit(receipt.start), end: unit(receipt.end) }] : [],
  );
  const exchanges = exchangesBetween(checked, text, all);
  const placed: Placed[] = [];
  const touched = exchanges.map((): Placed[] => []);
  for (const one of all) {
    // Whoever types right behind a sentence types on it.
    const at = exchanges.findIndex(({ start, end }) => one.start <= end && one.end >= start);
    if (at >= 0) touched[at]?.push(one);
    else placed.push(moved(one, exchanges));
  }
  const stale = exchanges.flatMap((exchange, at) => {
    const before = exchanges.slice(0, at).reduce((sum, { grown }) => sum + grown, 0);
    const sentences = touched[at] ?? [];
    const start = Math.min(exchange.start, ...sentences.map((one) => one.start)) + before;
    const end = Math.max(exchange.end, ...sentences.map((one) => one.end)) + before + exchange.grown;
    return withoutSpace(text, { start, end }) ?? [];
  });
  return { placed, stale };
}

/** A place in the checked text that was exchanged, and by how much the text has grown there. */
type Exchange = Range & { readonly grown: number };

function moved(one: Placed, exchanges: readonly Exchange[]): Placed {
  const by = exchanges.reduce((sum, { end, grown }) => (end < one.start ? sum + grown : sum), 0);
  return by === 0 ? one : { ...one, start: one.start + by, end: one.end + by };
}

/** Every place that was changed: a sentence that stands between two of them as it stood keeps them apart. */
function exchangesBetween(checked: string, text: string, sentences: readonly Placed[]): Exchange[] {
  if (checked === text) return [];
  const { start, end, grown } = exchangeBetween(checked, text);
  const until = end + grown;
  const found: Exchange[] = [];
  let [was, is] = [start, start];
  const close = (wasEnd: number, isEnd: number) => {
    const [old, now] = [checked.slice(was, wasEnd), text.slice(is, isEnd)];
    if (old === now) return;
    const change = exchangeBetween(old, now);
    found.push({ start: was + change.start, end: was + change.end, grown: change.grown });
  };
  for (const one of sentences) {
    if (one.start <= was || one.end >= end) continue;
    const at = standingOf(checked, one, text, is, until);
    if (at === null) continue;
    close(one.start, at);
    [was, is] = [one.end, at + one.end - one.start];
  }
  close(end, until);
  return found;
}

/** Where a sentence stands in `text` between the two places, with the same before and behind it; null where that is
 * not sure. */
function standingOf(checked: string, { start, end }: Range, text: string, from: number, until: number): number | null {
  const sentence = checked.slice(start - 1, end + 1);
  const at = text.indexOf(sentence, Math.max(0, from - 1));
  if (at < 0 || at + sentence.length > until + 1 || at + 1 < from) return null;
  const again = text.indexOf(sentence, at + 1);
  return again >= 0 && again + sentence.length <= until + 1 ? null : at + 1;
}

function exchangeBetween(before: string, after: string): Exchange {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  if (isHighSurrogate(before.charCodeAt(start - 1))) start--;
  let same = 0;
  while (same < shorter - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  if (isLowSurrogate(before.charCodeAt(before.length - same))) same--;
  return { start, end: before.length - same, grown: after.length - before.length };
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

function withoutSpace(text: string, { start, end }: Range): Range | null {
  const part = text.slice(start, end);
  if (part.trim() === "") return null;
  return { start: start + part.length - part.trimStart().length, end: end - part.length + part.trimEnd().length };
}
