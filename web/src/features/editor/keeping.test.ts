// @vitest-environment node
import { expect, it } from "vitest";
import { findKept, keptWith } from "./keeping";
import { receiptLike } from "./post-like";

const problem = { kind: "figure" as const, text: "30만 원", why: "", start: 0, end: 5 };
const receipt = receiptLike("30만 원을 준다.", "30만 원을 준다.", { status: "unsupported", problems: [problem] });
const mark = (text: string, reason: string) => ({
  sentence: receipt.sentence,
  kind: "figure" as const,
  text,
  reason,
  kept_by: "someone",
  kept_at: "2026-11-26T00:00:00Z",
});

it("puts a reason down beside those that stand already, as the API asks for them", () => {
  expect(keptWith([mark("5명", "확인")], receipt, problem, " 시청에 전화 ")).toEqual([
    { sentence: receipt.sentence, kind: "figure", text: "5명", reason: "확인" },
    { sentence: receipt.sentence, kind: "figure", text: "30만 원", reason: "시청에 전화" },
  ]);
});

it("takes a new reason for the old one, and an empty one back", () => {
  expect(keptWith([mark("30만 원", "옛")], receipt, problem, "새")).toMatchObject([{ reason: "새" }]);
  expect(keptWith([mark("30만 원", "옛")], receipt, problem, " ")).toEqual([]);
});

it("names a sentence without a detail by itself", () => {
  expect(keptWith([], receipt, null, "확인")).toEqual([
    { sentence: receipt.sentence, kind: "sentence", text: receipt.sentence, reason: "확인" },
  ]);
});

it("finds the reason of just this problem", () => {
  expect(findKept([mark("30만 원", "확인")], receipt, problem)?.reason).toBe("확인");
  expect(findKept([mark("30만 원", "확인")], { sentence: "다른 문장." }, problem)).toBeNull();
});
