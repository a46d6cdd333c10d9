// @vitest-environment node
import { expect, it } from "vitest";
import { costOf, shareOf } from "./figures";

it("takes a limit of nothing for full", () => {
  expect(shareOf(0, 0)).toBe(1);
  expect(shareOf(5, 20)).toBe(0.25);
});

it("adds what is known and no more", () => {
  expect(costOf([{ cost_usd: "0.0125" }, { cost_usd: null }, { cost_usd: "0E-7" }, { cost_usd: "0.5" }])).toBe(0.5125);
});
