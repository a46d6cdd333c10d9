// @vitest-environment node
import { describe, expect, it } from "vitest";
import { unitsOf } from "./offsets";
import { placeReceipts } from "./placing";
import { receiptLike } from "./post-like";

const CHECKED = "📈 금리가 내렸다. 7명 중 5명이 찬성했다.\n\n#금리";
const RECEIPTS = [
  receiptLike(CHECKED, "금리가 내렸다."),
  receiptLike(CHECKED, "7명 중 5명이 찬성했다."),
  receiptLike(CHECKED, "#금리"),
];

function sentences(text: string) {
  const { placed, stale } = placeReceipts(RECEIPTS, 0, CHECKED, text);
  return {
    placed: placed.map(({ start, end }) => text.slice(start, end)),
    stale: stale.map(({ start, end }) => text.slice(start, end)),
  };
}

describe("code points as UTF-16 units", () => {
  it("differ behind every emoji, flag and family", () => {
    const text = "가📈나👨‍👩‍👧다🇰🇷라";
    const unit = unitsOf(text);
    [...text].forEach((character, place) => {
      expect(text.slice(unit(place), unit(place + 1))).toBe(character);
    });
    expect([unit(-1), unit(999)]).toEqual([0, text.length]);
  });

  it("survive half a character and text without any emoji", () => {
    expect(unitsOf("\ud83d가")(2)).toBe(2);
    expect(unitsOf("가나")(1)).toBe(1);
  });
});

describe("receipts of a text that is being changed", () => {
  it("stand where their sentences stand, behind an emoji too", () => {
    expect(sentences(CHECKED)).toEqual({
      placed: ["금리가 내렸다.", "7명 중 5명이 찬성했다.", "#금리"],
      stale: [],
    });
  });

  it("move with their sentences when something is typed before them", () => {
    expect(sentences(CHECKED.replace("📈 ", "📈📉 속보! "))).toEqual({
      placed: ["금리가 내렸다.", "7명 중 5명이 찬성했다.", "#금리"],
      stale: ["📉 속보!"],
    });
  });

  it("end where a sentence is changed, and only there", () => {
    expect(sentences(CHECKED.replace("5명", "6명"))).toEqual({
      placed: ["금리가 내렸다.", "#금리"],
      stale: ["7명 중 6명이 찬성했다."],
    });
  });

  it("end for a sentence that something is typed right behind", () => {
    expect(sentences(CHECKED.replace("내렸다.", "내렸다.!"))).toEqual({
      placed: ["7명 중 5명이 찬성했다.", "#금리"],
      stale: ["금리가 내렸다.!"],
    });
  });

  it("stay for a sentence between two that are changed", () => {
    expect(sentences(CHECKED.replace("📈", "📈📈").replace("#금리", "#금리인하"))).toEqual({
      placed: ["금리가 내렸다.", "7명 중 5명이 찬성했다."],
      stale: ["📈", "#금리인하"],
    });
    expect(sentences(CHECKED.replace("내렸다", "올랐다").replace("#금리", "#물가"))).toEqual({
      placed: ["7명 중 5명이 찬성했다."],
      stale: ["금리가 올랐다.", "#물가"],
    });
  });

  it("end for one between two changes where somebody has typed right behind it", () => {
    const changed = CHECKED.replace("내렸다", "올랐다").replace("#금리", "#물가");
    expect(sentences(changed.replace("찬성했다.", "찬성했다.!")).placed).toEqual([]);
    expect(sentences(changed.replace("7명 중", "7명 중 5명이 찬성했다. 7명 중")).stale).toEqual([
      "금리가 올랐다. 7명 중 5명이 찬성했다.",
      "#물가",
    ]);
  });

  it("leave nothing behind for a sentence that was taken out", () => {
    expect(sentences(CHECKED.replace("7명 중 5명이 찬성했다.", ""))).toEqual({
      placed: ["금리가 내렸다.", "#금리"],
      stale: [],
    });
  });

  it("never cut an emoji in two", () => {
    const { stale } = placeReceipts([], 0, "가📈", "가📉");
    expect(stale).toEqual([{ start: 1, end: 3 }]);
  });

  it("of another part or field are not here", () => {
    expect(placeReceipts(RECEIPTS, 1, CHECKED, CHECKED).placed).toEqual([]);
    expect(
      placeReceipts([{ ...RECEIPTS[0], part: null, field: "title" } as never], "title", CHECKED, CHECKED).placed,
    ).toHaveLength(1);
  });
});
