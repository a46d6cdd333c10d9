// @vitest-environment node
import { describe, expect, it } from "vitest";
import type { ProblemOut } from "@/api/generated";
import { apply, correction, insteadOf, originalSentence, rangeOf, removal } from "./fixing";
import { type Placed, placeReceipts } from "./placing";
import { receiptLike } from "./post-like";

const problem = (kind: ProblemOut["kind"], text: string, instead: string | null, start = 0) => ({
  kind,
  text,
  why: "",
  instead,
  start,
  end: start + [...text].length,
});

function placedIn(text: string, sentence: string): Placed {
  const [placed] = placeReceipts([receiptLike(text, sentence)], 0, text, text).placed;
  if (!placed) throw new Error("no such sentence");
  return placed;
}

describe("what the article says instead", () => {
  it.each<[string, string | null | undefined, string | null]>([
    ["2.35%", "2.25%", "2.25%"],
    ["30만 원", null, null],
    ["30만 원", undefined, null],
    ["5명", "5명", null],
    ["5명", "7명\n8명", null],
  ])("of %s: %s", (text, instead, expected) => {
    expect(insteadOf({ text, instead })).toBe(expected);
  });

  it("takes the place of the wrong figure, behind an emoji too", () => {
    const text = "📈 📉금리를 2.35%로 내렸다. 끝.";
    const placed = placedIn(text, "📉금리를 2.35%로 내렸다.");
    const wrong = problem("figure", "2.35%", "2.25%", 5);
    expect(text.slice(rangeOf(placed, wrong).start, rangeOf(placed, wrong).end)).toBe("2.35%");
    const change = correction(text, placed, wrong);
    expect(change && apply(text, change)).toBe("📈 📉금리를 2.25%로 내렸다. 끝.");
  });

  it("takes the particle along", () => {
    const text = "어제 김철수가 말했다.";
    const change = correction(text, placedIn(text, text), problem("name", "김철수", "김영식", 3));
    expect(change && apply(text, change)).toBe("어제 김영식이 말했다.");
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
    expect(apply(text, removal(text, placed, problem("name", "#없는말", null, 4)))).toBe("가.\n\n#금리 #인하");
  });
});
