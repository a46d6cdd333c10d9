// @vitest-environment node
import { expect, it } from "vitest";
import { placeReceipts } from "./placing";
import { receiptLike } from "./post-like";
import { segmentsOf } from "./segments";

const TEXT = "📈 금리를 2.35%로 내렸다. 시장은 반겼다.\n\nhttps://news.example.com/1\n\n#금리";
const RECEIPTS = [
  receiptLike(TEXT, "금리를 2.35%로 내렸다.", {
    status: "unsupported",
    problems: [{ kind: "figure", text: "2.35%", why: "", start: 4, end: 9 }],
  }),
  receiptLike(TEXT, "시장은 반겼다.", {
    status: "reformatted",
    wording: "free",
    unaligned: [{ text: "반겼다", start: 4, end: 7 }],
  }),
];

function paint(text = TEXT, more: Partial<Parameters<typeof segmentsOf>[0]> = {}) {
  const placing = placeReceipts(RECEIPTS, 0, TEXT, text);
  return segmentsOf({ text, placing, overFrom: null, foldFrom: null, composed: null, ...more });
}
const pieces = (...given: Parameters<typeof paint>) => paint(...given).flatMap((segment) => segment.pieces);

it("loses no character, whatever is painted", () => {
  for (const painting of [{}, { overFrom: 9, foldFrom: 4, composed: { start: 5, end: 6 } }, { overFrom: 0 }]) {
    expect(
      pieces(TEXT, painting)
        .map((piece) => piece.text)
        .join(""),
    ).toBe(TEXT);
  }
});

it("marks the wrong figure, and the words that are the post's own", () => {
  const marked = pieces().filter((piece) => piece.mark);
  expect(marked.map(({ mark, text }) => [mark, text])).toEqual([
    ["problem", "2.35%"],
    ["loose", "반겼다"],
  ]);
  expect(
    paint()
      .map((segment) => segment.state)
      .filter((state) => state !== "plain"),
  ).toEqual(["unsupported", "review"]);
});

it("knows links and tags by the platform's own rules", () => {
  expect(
    pieces()
      .filter((piece) => piece.isLink)
      .map((piece) => piece.text),
  ).toEqual(["https://news.example.com/1", "#금리"]);
});

it("tints all that is over, and folds once", () => {
  const found = pieces(TEXT, { overFrom: 20, foldFrom: 10 });
  expect(
    found
      .filter((piece) => piece.isOver)
      .map((piece) => piece.text)
      .join(""),
  ).toBe(TEXT.slice(20));
  expect(found.filter((piece) => piece.isFold).map((piece) => piece.start)).toEqual([10]);
});

it("shows a changed sentence as not checked, and no old mark in it", () => {
  const text = TEXT.replace("2.35%", "2.25%");
  const [stale] = paint(text).filter((segment) => segment.state === "stale");
  expect(stale && text.slice(stale.start, stale.end)).toBe("금리를 2.25%로 내렸다.");
  expect(pieces(text).some((piece) => piece.mark === "problem")).toBe(false);
});
