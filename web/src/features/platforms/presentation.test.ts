// @vitest-environment node
import { describe, expect, it } from "vitest";
import { foldStart } from "./fold";
import { MEASURES, recordOf } from "./golden";
import { knownPresentations, nameOf, presentationOf } from "./presentation";

const IDS = Object.keys(MEASURES.platforms);

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

it("is there for every platform of the engine and for no other", () => {
  expect(knownPresentations().sort()).toEqual([...IDS].sort());
});

describe.each(IDS)("%s", (id) => {
  it("has a badge that can be read", () => {
    const { colour, ink, glyph } = presentationOf(id);
    const [lighter = 0, darker = 0] = [luminance(colour), luminance(ink)].sort((a, b) => b - a);
    expect((lighter + 0.05) / (darker + 0.05)).toBeGreaterThanOrEqual(4.5);
    expect(glyph).toMatch(/^M[\d .,a-zA-Z-]+$/);
  });

  it.each(["ko", "en", "ja"])("has a name in %s", (locale) => {
    expect(nameOf(recordOf(id), locale)).toBe(recordOf(id).name[locale]);
    expect(nameOf(recordOf(id), locale)).not.toBe("");
  });
});

it("has glyphs that differ", () => {
  expect(new Set(IDS.map((id) => presentationOf(id).glyph)).size).toBe(IDS.length);
});

it("shows a platform that it does not know as running text", () => {
  expect(presentationOf("new").family).toBe("blog");
  expect(nameOf({ ...recordOf("x"), id: "new", name: {} }, "ko")).toBe("new");
});

describe("the fold", () => {
  it.each([
    ["linkedin", "가".repeat(210), null],
    ["linkedin", `${"가".repeat(210)}나`, 210],
    ["linkedin", "(".repeat(210), null],
    ["linkedin", "하나\n둘\n셋\n넷", 6],
    ["linkedin", "하나\n둘\n셋\n", null],
    ["instagram", "a".repeat(126), 125],
    ["instagram", "하나\n\n둘", 3],
    ["facebook", "가".repeat(481), 480],
    ["x_premium", "가".repeat(141), 140],
    ["x", "가".repeat(200), null],
  ])("of %s", (id, text, start) => {
    expect(foldStart(text, recordOf(id))).toBe(start);
  });
});
