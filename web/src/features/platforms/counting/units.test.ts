// @vitest-environment node
import { describe, expect, it } from "vitest";
import { COUNTING, recordOf } from "../golden";
import { measureText } from "../measure";
import { count } from "./units";
import { strictWeight } from "./weight";

describe("the engine's own counting cases", () => {
  it.each(COUNTING.cases)("$unit: $note: $text", ({ unit, text, length, strict }) => {
    expect(count(text, unit)).toBe(length);
    if (strict !== undefined) expect(strictWeight(text)).toBe(strict);
  });

  it.each(COUNTING.platforms)("$platform: $text", ({ platform, text, length }) => {
    expect(measureText(text, recordOf(platform))).toBe(length);
  });
});

describe("hostile text", () => {
  it.each([
    ["labels", "가.".repeat(9_000)],
    ["labels before a domain", `${"a.".repeat(9_000)}com`],
    ["schemes", "http://".repeat(9_000)],
    ["parentheses", `${"(".repeat(9_000)}.com/(((`],
    ["one label", `${"가".repeat(20_000)}(.com`],
    ["domains in one word", "네이버naver.com".repeat(2_000)],
  ])("%s is counted in linear time", (_, text) => {
    const began = performance.now();
    count(text, "weighted");
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});
