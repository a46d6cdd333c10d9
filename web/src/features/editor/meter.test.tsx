import ko from "@messages/ko.json";
import { cleanup, render } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, expect, it } from "vitest";
import type { Measure } from "@/features/platforms/measure";
import { fullest, levelOf, Meter } from "./meter";

afterEach(cleanup);

const measure = (length: number, max: number, more: Partial<Measure> = {}): Measure => ({
  field: "part",
  part: 0,
  unit: "weighted",
  severity: "reject",
  length,
  max,
  remaining: max - length,
  ...more,
});

it.each([
  [251, "fits"],
  [252, "near"],
  [280, "near"],
  [281, "over"],
])("%i of 280 %s", (length, level) => {
  expect(levelOf(measure(length, 280))).toBe(level);
});

it("shows the fullest limit, and before it the one that refuses", () => {
  const advised = measure(70, 80, { severity: "advise" });
  const bytes = measure(92, 998, { unit: "utf8_byte" });
  expect(fullest([bytes, advised])).toBe(advised);
  const refused = measure(999, 998, { unit: "utf8_byte" });
  expect(fullest([measure(200, 80, { severity: "advise" }), refused])).toBe(refused);
  expect(fullest([])).toBeNull();
});

function said(...given: Parameters<typeof measure>) {
  const { container } = render(
    <NextIntlClientProvider locale="ko" messages={ko}>
      <Meter measures={[measure(...given)]} name="본문" />
    </NextIntlClientProvider>,
  );
  return { words: container.textContent, aloud: container.querySelector("[aria-live]")?.textContent };
}

it("says in the platform's unit how much is over, and aloud only at the thresholds", () => {
  expect(said(100, 280)).toEqual({ words: "본문 100/280", aloud: "" });
  cleanup();
  expect(said(292, 280)).toMatchObject({
    words: expect.stringContaining("12자 넘침"),
    aloud: "본문: 한도를 넘었습니다",
  });
  cleanup();
  expect(said(96, 90, { unit: "cp949_byte" }).words).toContain("6바이트 넘침");
});

it("calls advice advice", () => {
  expect(said(90, 80, { severity: "advise" }).words).toContain("권장보다 10자 길어요");
});
