// @vitest-environment node
import { describe, expect, it } from "vitest";
import { askedOf, type Filters, filtersOf, isFiltered, NO_FILTERS, queryOf } from "./filters";

const all: Filters = {
  ...NO_FILTERS,
  search: "반도체 & 수출",
  status: "failed",
  platform: "naver_blog",
  language: "ja",
  period: "week",
};
const days: Filters = { ...NO_FILTERS, period: "days", from: "2026-03-01", to: "2026-03-10" };

describe("filters of the history", () => {
  it("stand in the address and come back from it", () => {
    for (const each of [all, days, { ...days, from: "" }, { ...days, from: "", to: "" }]) {
      expect(filtersOf(new URLSearchParams(queryOf(each)))).toEqual(each);
    }
    expect(queryOf(NO_FILTERS)).toBe("");
    expect(isFiltered({ ...NO_FILTERS, search: "   " })).toBe(false);
  });

  it("leave out what makes no sense", () => {
    const query = new URLSearchParams({ status: "lost", platform: "../x", period: "century", q: "a\0b" });
    expect(filtersOf(query)).toEqual({ ...NO_FILTERS, search: "ab" });
    expect(filtersOf(new URLSearchParams({ language: "tlh", from: "2026-02-30", to: "soon" }))).toEqual(NO_FILTERS);
    expect(filtersOf(new URLSearchParams({ to: "99999-01-01" }))).toEqual(NO_FILTERS);
    expect(filtersOf(new URLSearchParams({ q: "가".repeat(300) })).search).toHaveLength(200);
  });

  it("ask the API for nothing that was not chosen", () => {
    expect(Object.values(askedOf(NO_FILTERS, Date.now())).filter(Boolean)).toEqual([]);
  });

  it("take days by the reader's clock, the last one to its end", () => {
    const { created_after, created_before } = askedOf(days, Date.now());
    expect(created_after).toBe(new Date(2026, 2, 1).toISOString());
    expect(created_before).toBe(new Date(2026, 2, 11).toISOString());
  });

  it("leave an end open, and put days in the wrong order right", () => {
    expect(askedOf({ ...days, to: "" }, Date.now()).created_before).toBeUndefined();
    expect(askedOf({ ...days, from: days.to, to: days.from }, 0)).toEqual(askedOf(days, 0));
  });

  it("ask the same within a minute", () => {
    const now = Date.parse("2026-03-10T09:30:10Z");
    expect(askedOf(all, now)).toEqual(askedOf(all, now + 40_000));
    expect(askedOf(all, now).created_after).toBe("2026-03-03T09:30:00.000Z");
  });
});
