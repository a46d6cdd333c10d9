import { expect, test } from "vitest";
import { headOf, type Receipt, sourcesOf, stretchesOf } from "./demonstration";

const receipt = (start: number, end: number, spans: [number, number][] = [], field = "text") =>
  ({ start, end, spans: spans.map(([from, to]) => ({ field, start: from, end: to, text: "" })) }) as unknown as Receipt;

test("cuts by code points: an emoji before a sentence does not move it", () => {
  const cut = stretchesOf("😀 First. Second.", [receipt(9, 16), receipt(2, 8)]);
  expect(cut.map(({ text, receipt: found }) => [text, found !== null])).toEqual([
    ["😀 ", false],
    ["First.", true],
    [" ", false],
    ["Second.", true],
  ]);
});

test("nothing is lost or doubled when receipts overlap", () => {
  const text = "abcdef";
  const cut = stretchesOf(text, [receipt(0, 4), receipt(2, 6)]);
  expect(cut.map((each) => each.text).join("")).toBe(text);
});

test("a receipt lights each sentence that it touches, and none for words of the house", () => {
  const sentences = [
    { start: 0, end: 5, text: "" },
    { start: 6, end: 10, text: "" },
    { start: 11, end: 20, text: "" },
  ];
  expect([...sourcesOf(receipt(0, 1, [[4, 8]]), sentences)]).toEqual([0, 1]);
  expect(sourcesOf(receipt(0, 1, [[0, 20]], "house"), sentences).size).toBe(0);
  expect(sourcesOf(null, sentences).size).toBe(0);
});

test("a headline rests on the article's title, and is not called words of ours", () => {
  expect(headOf(receipt(0, 4, [[0, 4]], "title"))).toBe("title");
  expect(headOf(receipt(0, 4, [[0, 4]], "published_at"))).toBe("head");
  expect(headOf(receipt(0, 4, [[0, 4]], "house"))).toBe("house");
  expect(headOf(receipt(0, 4))).toBe("house");
});
