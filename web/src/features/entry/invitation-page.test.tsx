import ko from "@messages/ko.json";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import type { ComponentProps } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { setUpClient } from "@/api/browser";
import { InvitationPage } from "./invitation-page";

vi.mock("@/i18n/navigation", () => ({ Link: (props: ComponentProps<"a">) => <a {...props} /> }));

const TOKEN = "a".repeat(43);
const OFFER = {
  workspace_name: "디지털뉴스부",
  inviter_name: "김하늘",
  role: "viewer",
  expires_at: "2026-12-04T00:00:00Z",
};
const REFUSAL = { status: 422, code: "invitation_invalid", detail: "The invitation is not valid." };

type Answers = Record<string, [number, object]>;

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});
beforeEach(() => {
  localStorage.clear();
  window.history.replaceState(null, "", `/ko/invitation#token=${TOKEN}`);
});

/** The page, with an API that answers so. */
function open(answers: Answers): string[] {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (input: Request | string) => {
    const request = new Request(typeof input === "string" ? new URL(input, "http://localhost") : input);
    const path = new URL(request.url).pathname.replace("/api/v1", "");
    asked.push(`${request.method} ${path} ${await request.clone().text()}`);
    const [status, body] = answers[path] ?? [401, { status: 401, code: "unauthenticated" }];
    return Response.json(body, { status });
  });
  setUpClient();
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <NextIntlClientProvider locale="ko" messages={ko} timeZone="Asia/Seoul">
        <InvitationPage />
      </NextIntlClientProvider>
    </QueryClientProvider>,
  );
  return asked;
}

it("says where it leads and who sent it to somebody who is not signed in", async () => {
  const asked = open({ "/invitations/look-up": [200, OFFER] });
  await screen.findByRole("heading", { name: "‘디지털뉴스부’ 초대" });
  expect(await screen.findByText("김하늘 님이 ‘보기 전용’ 역할로 초대했습니다.")).toBeTruthy();
  expect(screen.getByRole("link", { name: "로그인" })).toBeTruthy();
  // The token goes in the body, where no log keeps it.
  expect(asked.some((call) => call === `POST /invitations/look-up {"token":"${TOKEN}"}`)).toBe(true);
  expect(asked.join()).not.toContain(`?`);
});

it("says it to somebody who is signed in, before they join", async () => {
  open({
    "/me": [200, { email: "guest@example.com" }],
    "/invitations/look-up": [200, { ...OFFER, inviter_name: null }],
  });
  await screen.findByRole("heading", { name: "‘디지털뉴스부’ 초대" });
  expect(screen.getByText("‘보기 전용’ 역할로 초대받았습니다.")).toBeTruthy();
  expect(await screen.findByText("guest@example.com 계정으로 초대를 수락합니다.")).toBeTruthy();
  expect(screen.getByRole("button", { name: "참여하기" })).toBeTruthy();
});

it.each<Answers>([{}, { "/me": [200, { email: "guest@example.com" }] }])(
  "names nothing for a token that is worth nothing, and offers no way to join (%o)",
  async (me) => {
    open({ ...me, "/invitations/look-up": [422, REFUSAL] });
    await screen.findByRole("heading", { name: "이 초대로는 참여할 수 없습니다" });
    expect(screen.queryByRole("button", { name: "참여하기" })).toBeNull();
    expect(screen.queryByText(/김하늘|디지털뉴스부/)).toBeNull();
  },
);

it("can still be accepted when nobody can say where it leads", async () => {
  open({ "/me": [200, { email: "guest@example.com" }], "/invitations/look-up": [503, { status: 503 }] });
  expect(await screen.findByText("guest@example.com 계정으로 초대를 수락합니다.")).toBeTruthy();
  expect(screen.getByRole("heading", { name: "워크스페이스 초대" })).toBeTruthy();
  expect(screen.getByRole("button", { name: "참여하기" })).toBeTruthy();
});

it("comes back without its link, and sends whoever signs in back to it with no secret in the address", async () => {
  open({ "/invitations/look-up": [200, OFFER] });
  await screen.findByRole("heading", { name: "‘디지털뉴스부’ 초대" });
  cleanup();
  expect(window.location.hash).toBe("");
  open({ "/invitations/look-up": [200, OFFER] });
  await screen.findByRole("heading", { name: "‘디지털뉴스부’ 초대" });
  expect(screen.getByRole("link", { name: "로그인" }).getAttribute("href")).toBe("/sign-in?next=%2Fko%2Finvitation");
});

it("is forgotten once it is known to be worth nothing", async () => {
  open({ "/invitations/look-up": [422, REFUSAL] });
  await screen.findByRole("heading", { name: "이 초대로는 참여할 수 없습니다" });
  cleanup();
  open({});
  await screen.findByRole("heading", { name: "링크가 온전하지 않습니다" });
});
