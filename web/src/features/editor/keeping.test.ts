import { afterEach, expect, it } from "vitest";
import { approvalReason, findReasons, keepWithReason } from "./keeping";
import { postLike, receiptLike } from "./post-like";

afterEach(() => localStorage.clear());

const problem = { kind: "figure", text: "30만 원", why: "", start: 0, end: 5 };
const receipt = receiptLike("30만 원을 준다.", "30만 원을 준다.", { status: "unsupported", problems: [problem] });
const post = postLike({ parts: ["30만 원을 준다."], receipts: [receipt] });

it("gives the reasons of what is still there to the approval", () => {
  const reasons = keepWithReason(post, receipt, problem, " 시청에 전화로 확인 ");
  expect(findReasons(post.id)).toEqual(reasons);
  expect(approvalReason(post, reasons)).toBe("30만 원: 시청에 전화로 확인");
});

it("forgets the reason when the sentence is written otherwise, or the reason is taken back", () => {
  const reasons = keepWithReason(post, receipt, problem, "확인");
  expect(approvalReason({ receipts: [{ ...receipt, sentence: "30만 원을 드린다." }] }, reasons)).toBe("");
  expect(keepWithReason(post, receipt, problem, " ")).toEqual({});
});
