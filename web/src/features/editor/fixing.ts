/** What can be done about a sentence that the article does not support, as a change of its text. */

import type { ProblemOut, ReceiptOut } from "@/api/generated";
import { unitsOf } from "./offsets";
import { particleAfter } from "./particle";
import type { Placed, Range } from "./placing";

/** `text` between `start` and `end` is exchanged for `insert`. */
export interface Change extends Range {
  readonly insert: string;
}

export function apply(text: string, { start, end, insert }: Change): string {
  return text.slice(0, start) + insert + text.slice(end);
}

/** What the article has in exactly this place, where the check knows it and it can stand there; else null. */
export function insteadOf({ instead, text }: Pick<ProblemOut, "instead" | "text">): string | null {
  return !instead || instead === text || instead.includes("\n") ? null : instead;
}

/** Where a problem of a placed sentence stands in its text; the whole sentence where it is not told. */
export function rangeOf(placed: Placed, { start, end }: Range): Range {
  const unit = unitsOf(placed.receipt.sentence);
  const [from, to] = [placed.start + unit(start), placed.start + unit(end)];
  return from < to && to <= placed.end ? { start: from, end: to } : { start: placed.start, end: placed.end };
}

/** The article's own form in place of the wrong one, with the Korean particle behind it that goes with it. */
export function correction(text: string, placed: Placed, problem: ProblemOut): Change | null {
  const insert = insteadOf(problem);
  const range = rangeOf(placed, problem);
  const isWhole = range.start === placed.start && range.end === placed.end;
  if (insert === null || (isWhole && problem.text !== placed.receipt.sentence)) return null;
  const [was, is] = particleAfter(insert, text.slice(range.end, placed.end));
  return { start: range.start, end: range.end + was.length, insert: insert + is };
}

/** The article's own sentence in place of the post's, where one sentence of its text is the source. */
export function originalSentence(receipt: ReceiptOut): string | null {
  const [only, ...more] = receipt.spans.filter((span) => span.field === "text" || span.field === "title");
  return only && more.length === 0 && only.text !== receipt.sentence ? only.text : null;
}

const STANDS_ALONE = new Set(["url", "handle"]);
const BULLET = /[ \t]*[-•▪■*\d.)]*[ \t]*$/;

/** Takes out a tag, a link or a handle by itself, and for anything else the sentence that it stands in. */
export function removal(text: string, placed: Placed, problem: ProblemOut | undefined): Change {
  const isAlone = problem && (STANDS_ALONE.has(problem.kind) || problem.text.startsWith("#"));
  const { start, end } = isAlone ? rangeOf(placed, problem) : placed;
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const lineEnd = text.indexOf("\n", end) === -1 ? text.length : text.indexOf("\n", end);
  const before = text.slice(lineStart, start);
  const after = text.slice(end, lineEnd);
  if (BULLET.exec(before)?.index === 0 && after.trim() === "") return withoutLine(text, lineStart, lineEnd);
  if (after.trim() === "")
    return { start: start - (before.length - before.trimEnd().length), end: lineEnd, insert: "" };
  return { start, end: end + (after.length - after.trimStart().length), insert: "" };
}

/** The gap that stays is as wide as the wider of the two that were there. */
function withoutLine(text: string, lineStart: number, lineEnd: number): Change {
  const above = /\n*$/.exec(text.slice(0, lineStart))?.[0].length ?? 0;
  const below = /^\n*/.exec(text.slice(lineEnd))?.[0].length ?? 0;
  const isEdge = lineStart - above === 0 || lineEnd + below === text.length;
  const gap = isEdge ? "" : "\n".repeat(Math.max(above, below));
  return { start: lineStart - above, end: lineEnd + below, insert: gap };
}
