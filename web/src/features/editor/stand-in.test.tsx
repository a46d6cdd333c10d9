import ko from "@messages/ko.json";
import { cleanup, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, expect, it } from "vitest";
import type { AttemptOut, PostOut } from "@/api/generated";
import { postLike } from "./post-like";
import { leftOut, StandIn } from "./stand-in";

afterEach(cleanup);

function tried(writer: string, outcome: string, rewrite = false): AttemptOut {
  return { writer, outcome, rewrite, reason: outcome === "accepted" ? "" : "why", took_s: 1 };
}

const AI = "openai:gpt-5-mini";

function said(post: PostOut): string {
  const { container } = render(
    <NextIntlClientProvider locale="ko" messages={ko}>
      <StandIn post={post} />
    </NextIntlClientProvider>,
  );
  return container.textContent ?? "";
}

it("says that the built-in writer stood in for the one that was asked, and why", () => {
  const attempts = [tried(AI, "invalid"), tried(AI, "unsupported", true), tried("embedded", "accepted")];
  said(postLike({ writer: "embedded", attempts }));
  expect(screen.getByText(`원문에 없는 내용이 있어 ${AI} 대신 내장 작성기(원문 발췌)로 썼습니다.`)).toBeTruthy();
});

it("shows the reason itself on request, an objection a line, as the service says it", () => {
  const reason = "“요금은 400원 오른다.” 문장: 글은 400원, 기사는 200원입니다.\n글에 내용이 없습니다.";
  said(
    postLike({
      writer: "embedded",
      attempts: [{ ...tried(AI, "unsupported"), reason }, tried("embedded", "accepted")],
    }),
  );
  const shown = screen.getByText(/글은 400원/);
  expect(shown.textContent).toBe(reason);
  expect(shown.closest("details")?.open).toBe(false);
  expect(screen.getByText("이유 보기").tagName).toBe("SUMMARY");
});

it("sends to the keys when the vendor did not answer", () => {
  const attempts = [tried(AI, "failed"), tried("embedded", "accepted")];
  expect(said(postLike({ writer: "embedded", attempts }))).toMatch(/답을 받지 못해.*키와 사용 한도/);
});

it.each([
  postLike({ writer: AI, attempts: [tried(AI, "unsupported"), tried(AI, "accepted", true)] }),
  postLike({ writer: "embedded", attempts: [tried("embedded", "accepted")] }),
  postLike({ writer: "embedded", attempts: [tried(AI, "skipped"), tried("embedded", "accepted")] }),
  postLike({
    writer: "embedded",
    attempts: [tried(AI, "failed"), tried("embedded", "accepted")],
    edited_at: "2026-11-27T09:00:00Z",
  }),
  postLike(),
])("is silent where nobody stood in, or the text is somebody's own by now", (post) => {
  expect(leftOut(post)).toBeNull();
  expect(said(post)).toBe("");
});
