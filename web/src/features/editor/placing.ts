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
  /** What is not checked as it stands; null when all of it is. */
  readonly stale: Range | null;
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
  if (checked === text) return { placed: all, stale: null };
  const { start, end, grown } = changeBetween(checked, text);
  // Whoever types right behind a sentence types on it.
  const isTouched = (one: Range) => one.start <= end && one.end >= start;
  const touched = all.filter(isTouched);
  const stale = {
    start: Math.min(start, ...touched.map((one) => one.start)),
    end: Math.max(end, ...touched.map((one) => one.end)) + grown,
  };
  const placed = all
    .filter((one) => !isTouched(one))
    .map((one) => (one.start > end ? { ...one, start: one.start + grown, end: one.end + grown } : one));
  return { placed, stale: withoutSpace(text, stale) };
}

/** The place in `before` that was exchanged, and by how much the text has grown there. */
function changeBetween(before: string, after: string): Range & { grown: number } {
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
