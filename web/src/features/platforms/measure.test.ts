// @vitest-environment node
import { describe, expect, it } from "vitest";
import { MEASURES, postOf, recordOf } from "./golden";
import { measurePost, pushPayload, tightest } from "./measure";
import { loadCharset, violationsOf } from "./violations";

const CASES = MEASURES.cases.map((one, index) => ({ ...one, title: `${index} ${one.platform}: ${one.name}` }));

describe("whole posts as the engine measures them", () => {
  it.each(CASES)("$title", async ({ platform, post, measure, violations }) => {
    const record = recordOf(platform);
    const measures = measurePost(post, record);
    expect(measures.map(({ remaining: _, ...one }) => one)).toEqual(measure);
    expect(measures.map(({ remaining }) => remaining)).toEqual(measure.map(({ max, length }) => max - length));

    const found = violationsOf(post, record, await loadCharset(record), measures);
    expect(found.map(({ code, part, field }) => ({ code, part, field }))).toEqual(
      violations.map(({ code, part, field }) => ({ code, part, field })),
    );
    found.forEach(({ length, max, characters = [], alerts = [], code, hashtag }, index) => {
      const message = violations[index]?.message ?? "";
      if (code !== "hashtag_too_long" && length !== undefined) expect(message).toMatch(new RegExp(`\\b${length}\\b`));
      if (max !== undefined) expect(message).toMatch(new RegExp(`\\b${max}\\b`));
      if (hashtag !== undefined) expect(message).toContain(hashtag);
      if (code === "alert") expect(message).toContain(`: ${alerts.slice(0, 8).join(", ")}. `);
      const points = characters.slice(0, 8).map((one) => (one.codePointAt(0) ?? 0).toString(16).toUpperCase());
      expect(Array.from(message.matchAll(/U\+0*([0-9A-F]+)/g), ([, point]) => point)).toEqual(points);
    });
  });
});

it("holds the charset back until it is there", () => {
  const sms = recordOf("sms");
  expect(violationsOf(postOf("₩100"), sms, null)).toEqual([]);
});

it("writes the push payload as the engine does", () => {
  const post = { ...postOf('그는 "좋다"\n고'), link: "https://example.com/a" };
  expect(pushPayload({ ...post, fields: { ...post.fields, title: "제목" } })).toBe(
    '{"aps":{"alert":{"title":"제목","body":"그는 \\"좋다\\"\\n고"}},"url":"https://example.com/a"}',
  );
});

describe("the measure that a meter shows", () => {
  it.each([
    ["bluesky", "👨‍👩‍👧‍👦".repeat(100), "utf8_byte", 500],
    ["bluesky", "가".repeat(100), "grapheme", 200],
    ["linkedin", "가".repeat(300), "utf16", 2700],
    ["naver_blog", "가", "code_point", 19_999],
  ])("%s", (platform, text, unit, remaining) => {
    expect(tightest(measurePost(postOf(text), recordOf(platform)))).toMatchObject({ unit, remaining });
  });

  it("is none where nothing is measured", () => {
    expect(tightest([])).toBeNull();
  });
});
