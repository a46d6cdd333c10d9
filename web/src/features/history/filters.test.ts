// @vitest-environment node
import { describe, expect, it } from "vitest";
import { askedOf, type Filters, filtersOf, isFiltered, NO_FILTERS, queryOf } from "./filters";

const all: Filters = { search: "반도체 & 수출", status: "failed", platform: "naver_blog", period: "week" };

describe("filters of the history", () => {
  it("stand in the address and come back from it", () => {
    expect(filtersOf(new URLSearchParams(queryOf(all)))).toEqual(all);
    expect(queryOf(NO_FILTERS)).toBe("");
    expect(isFiltered({ ...NO_FILTERS, search: "   " })).toBe(false);
  });

  it("leave out what makes no sense", () => {
    const query = new URLSearchParams({ status: "lost", platform: "../x", period: "century", q: "a\0b" });
    expect(filtersOf(query)).toEqual({ ...NO_FILTERS, search: "ab" });
    expect(filtersOf(new URLSearchParams({ q: "가".repeat(300) })).search).toHaveLength(200);
  });

  it("ask the API for nothing that was not chosen", () => {
    expect(Object.values(askedOf(NO_FILTERS, Date.now())).filter(Boolean)).toEqual([]);
  });

  it("ask the same within a minute", () => {
    const now = Date.parse("2026-03-10T09:30:10Z");
    expect(askedOf(all, now)).toEqual(askedOf(all, now + 40_000));
    expect(askedOf(all, now).created_after).toBe("2026-03-03T09:30:00.000Z");
  });
});
