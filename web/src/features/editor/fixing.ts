/** What can be done about a sentence that the article does not support, as a change of its text. */

import type { ProblemOut, ReceiptOut } from "@/api/generated";
import { unitsOf } from "./offsets";
import type { Placed, Range } from "./placing";

/** `text` between `start` and `end` is exchanged for `insert`. */
export interface Change extends Range {
  readonly insert: string;
}

export function apply(text: string, { start, end, insert }: Change): string {
  return text.slice(0, start) + insert + text.slice(end);
}

/** How the engine words what the article says instead; the last group is it. */
const INSTEAD = [
  /where the article says [“"](.+)[”"]\.$/,
  /where the article says (.+)\.$/,
  /where it comes nearest, it says (.+)\.$/,
  /; it says [“"](.+)[”"] here\.$/,
  /; it has (.+)\.$/,
  /here it has (.+)\.$/,
  /this number only as (.+), another unit than /,
];
const REPLACEABLE = new Set(["figure", "unit", "date", "weekday", "name"]);

/** What the article says in this place, where it says one thing that can stand there; else null. */
export function insteadOf(problem: Pick<ProblemOut, "kind" | "text" | "why">): string | null {
  if (!REPLACEABLE.has(problem.kind)) return null;
  const found = INSTEAD.map((form) => form.exec(problem.why)?.[1]).find((text) => text !== undefined);
  return !found || /…|[“”\n]/.test(found) || found === problem.text ? null : found;
}

/** Where a problem of a placed sentence stands in its text; the whole sentence where it is not told. */
export function rangeOf(placed: Placed, { start, end }: Range): Range {
  const unit = unitsOf(placed.receipt.sentence);
  const [from, to] = [placed.start + unit(start), placed.start + unit(end)];
  return from < to && to <= placed.end ? { start: from, end: to } : { start: placed.start, end: placed.end };
}

export function correction(placed: Placed, problem: ProblemOut): Change | null {
  const insert = insteadOf(problem);
  const range = rangeOf(placed, problem);
  const isWhole = range.start === placed.start && range.end === placed.end;
  return insert === null || (isWhole && problem.text !== placed.receipt.sentence) ? null : { ...range, insert };
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
