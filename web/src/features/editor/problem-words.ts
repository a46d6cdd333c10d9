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

// An objection comes in the language of the page; what it says is found by the words that each language has for it.
const ABSENT_SIGN =
  /\bnowhere\b|\bhas no\b|does not have|기사 어디에도|기사에는? .*없(?:습니다|고)|記事のどこにも|記事には.*(?:ありません|がなく)/;
const OTHER_SIGN = /where the article says|(?:^|에 대해 |\. )글은 .*, 기사는 |投稿は.*、記事は/;

/** A figure that the article says of something else is in the article: to call it absent would be untrue. */
export function problemWords(problem: ProblemOut): ProblemWords {
  return { key: keyOf(problem), text: problem.text, instead: insteadOf(problem) };
}

function keyOf({ kind, why }: ProblemOut): ProblemKey {
  if (PLAIN.has(kind)) return kind as ProblemKey;
  const isAbsent = ABSENT_SIGN.test(why);
  if (kind === "name") return isAbsent ? "name" : "nameOther";
  if (kind !== "figure") return "fact";
  if (isAbsent) return "figure";
  return OTHER_SIGN.test(why) ? "figureOther" : "figureElsewhere";
}
