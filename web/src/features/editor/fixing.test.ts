// @vitest-environment node
import { describe, expect, it } from "vitest";
import type { ProblemOut } from "@/api/generated";
import { apply, correction, insteadOf, originalSentence, rangeOf, removal } from "./fixing";
import { type Placed, placeReceipts } from "./placing";
import { receiptLike } from "./post-like";

const problem = (kind: ProblemOut["kind"], text: string, why: string, start = 0) => ({
  kind,
  text,
  why,
  start,
  end: start + [...text].length,
});

function placedIn(text: string, sentence: string): Placed {
  const [placed] = placeReceipts([receiptLike(text, sentence)], 0, text, text).placed;
  if (!placed) throw new Error("no such sentence");
  return placed;
}

describe("what the article says instead", () => {
  it.each<[ProblemOut["kind"], string, string, string | null]>([
    ["figure", "2.35%", "The post says 2.35% where the article says 2.25%.", "2.25%"],
    ["figure", "30만 원", "The article nowhere says 30만 원; where it comes nearest, it says 20만 원.", "20만 원"],
    ["figure", "5명", "The article says 5명 of something else; here it has 7명.", "7명"],
    ["unit", "30%", "The article has this number only as 30%p, another unit than 30%.", "30%p"],
    ["name", "윤재나", "The article nowhere has 윤재나; it has 나윤재.", "나윤재"],
    ["name", "J. Doe", "The article nowhere names J. Doe; it says “John Doe” here.", "John Doe"],
    ["figure", "30만 원", "The article nowhere says 30만 원.", null],
    ["figure", "5명", "The article says 5명 of something else: “위원 5명이 …”.", null],
    ["polarity", "올렸다", "The post says “올렸다” where the article says “내렸다”.", null],
  ])("%s %s", (kind, text, why, expected) => {
    expect(insteadOf(problem(kind, text, why))).toBe(expected);
  });

  it("takes the place of the wrong figure, behind an emoji too", () => {
    const text = "📈 📉금리를 2.35%로 내렸다. 끝.";
    const placed = placedIn(text, "📉금리를 2.35%로 내렸다.");
    const wrong = problem("figure", "2.35%", "The post says 2.35% where the article says 2.25%.", 5);
    expect(text.slice(rangeOf(placed, wrong).start, rangeOf(placed, wrong).end)).toBe("2.35%");
    const change = correction(placed, wrong);
    expect(change && apply(text, change)).toBe("📈 📉금리를 2.25%로 내렸다. 끝.");
  });

  it("is the sentence of the article where just one is the source", () => {
    const span = { field: "text", start: 0, end: 5, text: "금리를 내렸다." };
    const receipt = receiptLike("금리를 올렸다.", "금리를 올렸다.", { spans: [span] });
    expect(originalSentence(receipt)).toBe("금리를 내렸다.");
    expect(originalSentence({ ...receipt, spans: [span, { ...span, start: 9 }] })).toBeNull();
  });
});

describe("taking out", () => {
  it.each([
    ["one of several sentences", "가. 나. 다.", "나.", "가. 다."],
    ["the last of a paragraph", "가. 나.\n\n다.", "나.", "가.\n\n다."],
    ["the first", "가. 나.", "가.", "나."],
    ["a paragraph", "가.\n\n나.\n\n다.", "나.", "가.\n\n다."],
    ["the first paragraph", "가.\n\n나.", "가.", "나."],
    ["a point of a list with its sign", "제목\n• 가.\n• 나.\n\n끝", "나.", "제목\n• 가.\n\n끝"],
    ["all there is", "가.", "가.", ""],
  ])("%s", (_, text, sentence, expected) => {
    expect(apply(text, removal(text, placedIn(text, sentence), undefined))).toBe(expected);
  });

  it("a tag leaves the other tags", () => {
    const text = "가.\n\n#금리 #없는말 #인하";
    const placed = placedIn(text, "#금리 #없는말 #인하");
    expect(apply(text, removal(text, placed, problem("name", "#없는말", "", 4)))).toBe("가.\n\n#금리 #인하");
  });
});
