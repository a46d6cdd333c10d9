/** A text cut into what the layer under the writing area paints: sentences with their receipts, and all between. */

import { links } from "@/features/platforms/counting/links";
import { hashtags } from "@/features/platforms/counting/tags";
import { rangeOf } from "./fixing";
import { unitsOf } from "./offsets";
import type { Placed, Placing, Range } from "./placing";

export type State = "supported" | "review" | "unsupported" | "stale" | "plain";

export interface Piece {
  readonly start: number;
  readonly text: string;
  /** The detail that is wrong, or words that are the post's own. */
  readonly mark: "problem" | "loose" | null;
  readonly isOver: boolean;
  readonly isLink: boolean;
  readonly isComposed: boolean;
  /** The platform hides what begins here. */
  readonly isFold: boolean;
}

export interface Segment extends Range {
  readonly state: State;
  readonly placed: Placed | null;
  readonly pieces: readonly Piece[];
}

export interface Painting {
  readonly text: string;
  readonly placing: Placing;
  readonly overFrom: number | null;
  readonly foldFrom: number | null;
  /** What an input method is composing. */
  readonly composed: Range | null;
}

type Loose = { start: number; end: number };

export function stateOf({ receipt }: Placed): State {
  if (receipt.status === "unsupported") return "unsupported";
  return receipt.wording === "free" ? "review" : "supported";
}

export function looseOf(placed: Placed): Range[] {
  const unit = unitsOf(placed.receipt.sentence);
  const loose = Array.isArray(placed.receipt.unaligned) ? (placed.receipt.unaligned as Loose[]) : [];
  return loose.map(({ start, end }) => ({ start: placed.start + unit(start), end: placed.start + unit(end) }));
}

export function segmentsOf(painting: Painting): Segment[] {
  const { text, placing } = painting;
  const linked = [...links(text, true), ...hashtags(text)];
  const bodies: { range: Range; placed: Placed | null; state: State }[] = placing.placed.map((placed) => ({
    range: placed,
    placed,
    state: stateOf(placed),
  }));
  for (const range of placing.stale) bodies.push({ range, placed: null, state: "stale" });
  bodies.sort((one, other) => one.range.start - other.range.start);
  const segments: Segment[] = [];
  let at = 0;
  const add = (range: Range, state: State, placed: Placed | null) => {
    if (range.start >= range.end) return;
    segments.push({ ...range, state, placed, pieces: piecesOf(painting, range, placed, linked) });
  };
  for (const { range, placed, state } of bodies) {
    const start = Math.max(range.start, at);
    const end = Math.min(range.end, text.length);
    add({ start: at, end: start }, "plain", null);
    add({ start, end }, state, placed);
    at = Math.max(at, end);
  }
  add({ start: at, end: text.length }, "plain", null);
  return segments;
}

function piecesOf(painting: Painting, range: Range, placed: Placed | null, linked: readonly Range[]): Piece[] {
  const { text, overFrom, foldFrom, composed } = painting;
  const problems =
    placed?.receipt.status === "unsupported" ? placed.receipt.problems.map((one) => rangeOf(placed, one)) : [];
  if (placed?.receipt.status === "unsupported" && problems.length === 0) problems.push(placed);
  const loose = placed && stateOf(placed) === "review" ? looseOf(placed) : [];
  const cuts = new Set([range.start, range.end]);
  const cutAt = (at: number | null) => at !== null && at > range.start && at < range.end && cuts.add(at);
  for (const one of [...problems, ...loose, ...linked, ...(composed ? [composed] : [])]) {
    cutAt(one.start);
    cutAt(one.end);
  }
  cutAt(overFrom);
  cutAt(foldFrom);
  const borders = [...cuts].sort((one, other) => one - other);
  const isIn = (ranges: readonly Range[], at: number) => ranges.some(({ start, end }) => start <= at && at < end);
  return borders.slice(0, -1).map((start, place) => ({
    start,
    text: text.slice(start, borders[place + 1]),
    mark: isIn(problems, start) ? "problem" : isIn(loose, start) ? "loose" : null,
    isOver: overFrom !== null && start >= overFrom,
    isLink: isIn(linked, start),
    isComposed: composed !== null && isIn([composed], start),
    isFold: start === foldFrom,
  }));
}
