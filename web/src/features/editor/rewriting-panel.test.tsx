import ko from "@messages/ko.json";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, expect, it, vi } from "vitest";
import type { WriterOut } from "@/api/generated";
import { listWritersOptions } from "@/api/generated/@tanstack/react-query.gen";
import { RewritingPanel } from "./rewriting-panel";

afterEach(cleanup);

const EMBEDDED: WriterOut = { name: "embedded", kind: "automatic", key: "none", in_auto: true, state: "ready" };
const AI: WriterOut = { name: "openai:gpt-5-mini", kind: "ai", key: "workspace", in_auto: true, state: "ready" };

function panel(writers: WriterOut[]) {
  const client = new QueryClient();
  client.setQueryData(listWritersOptions().queryKey, { items: writers, next_cursor: null });
  const start = vi.fn();
  render(
    <QueryClientProvider client={client}>
      <NextIntlClientProvider locale="ko" messages={ko} timeZone="Asia/Seoul">
        <RewritingPanel isPending={false} onStart={start} />
      </NextIntlClientProvider>
    </QueryClientProvider>,
  );
  return start;
}

it("offers what the built-in writer can do, and takes no words that nobody would follow", async () => {
  const start = panel([EMBEDDED]);
  expect(screen.queryByLabelText("어떻게 다시 쓸까요?")).toBeNull();
  expect(screen.getByText(/AI 작성기만 따릅니다/)).toBeTruthy();
  await userEvent.selectOptions(screen.getByLabelText("길이"), "짧게");
  await userEvent.click(screen.getByRole("button", { name: "다시 쓰기" }));
  expect(start).toHaveBeenCalledWith({ instruction: null, writer: null, tone: null, length: "short" });
});

it("sends the request with an AI writer, and not once the built-in one is chosen", async () => {
  const start = panel([AI, EMBEDDED]);
  await userEvent.type(screen.getByLabelText("어떻게 다시 쓸까요?"), "숫자를 앞세워");
  await userEvent.click(screen.getByRole("button", { name: "다시 쓰기" }));
  expect(start).toHaveBeenLastCalledWith({ instruction: "숫자를 앞세워", writer: null, tone: null, length: null });
  await userEvent.selectOptions(screen.getByLabelText("작성기"), "embedded");
  await userEvent.click(screen.getByRole("button", { name: "다시 쓰기" }));
  expect(start).toHaveBeenLastCalledWith({ instruction: null, writer: "embedded", tone: null, length: null });
});
