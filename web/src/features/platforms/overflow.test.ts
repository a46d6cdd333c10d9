// @vitest-environment node
import { describe, expect, it } from "vitest";
import { COUNTING, MEASURES, recordOf } from "./golden";
import { measureText, partLimit } from "./measure";
import { overflowStart, rejectedFrom } from "./overflow";
import type { Unit } from "./record";

const TEXTS = [...new Set(MEASURES.cases.flatMap(({ post }) => post.parts.map(({ text }) => text)))].filter(
  (text) => text.length < 1_000,
);
const UNITS: Unit[] = [...new Set(COUNTING.cases.map(({ unit }) => unit))];
/** Where markup counts, platforms count UTF-16 units. */
const PLATFORMS: readonly [string, readonly Unit[]][] = [
  ["x", UNITS],
  ["mastodon", UNITS],
  ["bluesky", UNITS],
  ["linkedin", ["utf16"]],
  ["slack", ["utf16"]],
];

describe("the start of what is over", () => {
  it.each(PLATFORMS)("leaves what fits and nothing more on %s", (id, units) => {
    const platform = recordOf(id);
    for (const unit of units) {
      for (const text of TEXTS) {
        const whole = measureText(text, platform, unit);
        for (const max of new Set([0, 1, Math.floor(whole / 2), whole - 1])) {
          const start = overflowStart(text, platform, { ...partLimit(platform), unit, max });
          if (max < 0 || whole <= max) continue;
          expect(start, text).not.toBeNull();
          expect(start, text).toBeLessThan(text.length);
          expect(measureText(text.slice(0, start ?? 0), platform, unit), `${text} ${start}`).toBeLessThanOrEqual(max);
        }
      }
    }
  });

  it.each([
    ["x", `${"가".repeat(140)}!`, 140],
    ["x", `${"가".repeat(139)}👨‍👩‍👧‍👦👍🏽`, 150],
    ["x", `${"a".repeat(270)} https://www.hanbit.example.com/news`, 271],
    ["x", `${"e\u0301".repeat(280)}!`, 560],
    ["bluesky", `${"👨‍👩‍👧‍👦".repeat(120)}👨‍👩‍👧‍👦`, 1320],
    ["mastodon", `${"가".repeat(476)} https://example.com/${"a".repeat(400)}!`, 897],
    ["mastodon", `${"가".repeat(494)} @abcd@social.example!!`, 515],
    ["linkedin", `${"(".repeat(1500)}a`, 1500],
    ["slack", `${"&".repeat(800)}a`, 800],
    ["sms", `${"가".repeat(44)}ab뷁`, 46],
    ["threads", `${"😀".repeat(125)}a`, 250],
  ])("%s: %s", (id, text, start) => {
    const platform = recordOf(id);
    expect(rejectedFrom(text, platform)).toBe(start);
    expect(rejectedFrom(text.slice(0, start), platform)).toBeNull();
  });
});
