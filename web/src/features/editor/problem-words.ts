/** In which words the page tells what is wrong with a sentence; the messages are `editor.problem.KEY`. */

import type { ProblemOut } from "@/api/generated";
import { insteadOf } from "./fixing";

export type ProblemKey =
  | "figure"
  | "figureOther"
  | "figureElsewhere"
  | "unit"
  | "date"
  | "weekday"
  | "name"
  | "nameOther"
  | "quote"
  | "speaker"
  | "url"
  | "handle"
  | "polarity"
  | "certainty"
  | "fact";

const PLAIN: ReadonlySet<string> = new Set([
  "unit",
  "date",
  "weekday",
  "quote",
  "speaker",
  "url",
  "handle",
  "polarity",
  "certainty",
]);

export interface ProblemWords {
  readonly key: ProblemKey;
  readonly text: string;
  /** What the article says in its place, where it says one thing. */
  readonly instead: string | null;
}

/** A figure that the article says of something else is in the article: to call it absent would be untrue. */
export function problemWords(problem: ProblemOut): ProblemWords {
  return { key: keyOf(problem), text: problem.text, instead: insteadOf(problem) };
}

function keyOf({ kind, why }: ProblemOut): ProblemKey {
  if (PLAIN.has(kind)) return kind as ProblemKey;
  const isAbsent = /\bnowhere\b|\bhas no\b|does not have/.test(why);
  if (kind === "name") return isAbsent ? "name" : "nameOther";
  if (kind !== "figure") return "fact";
  if (isAbsent) return "figure";
  return /where the article says/.test(why) ? "figureOther" : "figureElsewhere";
}
