import ko from "@messages/ko.json";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { afterEach, expect, it, vi } from "vitest";
import type { PostOut } from "@/api/generated";
import { ActionsRow } from "./actions-row";
import { postLike, receiptLike } from "./post-like";
import { UnsupportedRow } from "./unsupported-row";
import type { Actions } from "./use-actions";
import type { Editing } from "./use-editing";

afterEach(cleanup);

const inKorean = (children: ReactNode) => (
  <NextIntlClientProvider locale="ko" messages={ko} timeZone="Asia/Seoul">
    {children}
  </NextIntlClientProvider>
);

function row(post: PostOut, pending: Actions["pending"] = null, run: Actions["run"] = async () => null) {
  return inKorean(
    <ActionsRow
      editing={{ saving: { base: post } } as Editing}
      actions={{ pending, error: null, run, dismiss: () => undefined }}
      attention={{ unsupported: [], review: [], violations: [] }}
      canEdit
      canApprove
      panel={null}
      panelId="panel"
      rewritingButton={null}
      onPanel={() => undefined}
    />,
  );
}

it("stays at the button with which a post was approved", () => {
  const { rerender } = render(row(postLike()));
  screen.getByRole("button", { name: "승인" }).focus();
  rerender(row(postLike(), "approve"));
  rerender(row(postLike({ approved_at: "2026-11-27T09:00:00Z" })));
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "승인 취소" }));
});

it("does not take an approval back with the second press of a hasty double one", async () => {
  const asked: string[] = [];
  const run: Actions["run"] = async (name) => {
    asked.push(name);
    return null;
  };
  const { rerender } = render(row(postLike(), null, run));
  await userEvent.click(screen.getByRole("button", { name: "승인" }));
  rerender(row(postLike({ approved_at: "2026-11-27T09:00:00Z" }), null, run));
  await userEvent.click(screen.getByRole("button", { name: "승인 취소" }));
  expect(asked).toEqual(["approve"]);
  await new Promise((resolve) => setTimeout(resolve, 750));
  await userEvent.click(screen.getByRole("button", { name: "승인 취소" }));
  expect(asked).toEqual(["approve", "unapprove"]);
});

function asked(onKeep: (reason: string) => void) {
  const sentence = "새 도서관은 20곳이다.";
  const problem = { kind: "figure", text: "20곳", why: "", instead: "12곳", start: 6, end: 9 };
  const receipt = receiptLike(sentence, sentence, { status: "unsupported", problems: [problem] as never });
  const item = { place: 0, placed: { receipt, index: 0, start: 0, end: sentence.length }, problem, kept: null };
  render(
    inKorean(
      <UnsupportedRow
        editing={{ textOf: () => sentence } as unknown as Editing}
        item={item as never}
        canEdit
        onKeep={onKeep}
      />,
    ),
  );
  return screen.getByRole("button", { name: "근거를 적고 유지" });
}

it("is given back by the question for a reason, answered or not", async () => {
  const keep = vi.fn();
  const opener = asked(keep);
  await userEvent.click(opener);
  await userEvent.keyboard("정정 통보{Enter}");
  expect(keep).toHaveBeenCalledExactlyOnceWith("정정 통보");
  expect(document.activeElement).toBe(opener);
  await userEvent.click(opener);
  await userEvent.keyboard("그만{Escape}");
  expect(keep).toHaveBeenCalledTimes(1);
  expect(screen.queryByRole("textbox")).toBeNull();
  expect(document.activeElement).toBe(opener);
});
