import { cleanup, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { Component, type ReactNode } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import messages from "../../../messages/ko.json";
import { Unbroken } from "./broken";

// React tells the console of every error that a boundary has caught.
beforeEach(() => void vi.spyOn(console, "error").mockImplementation(() => undefined));
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function Fails({ digest }: { digest: string }): ReactNode {
  throw Object.assign(new Error("Cannot read properties of undefined"), { digest });
}

const inKorean = (children: ReactNode) => (
  <NextIntlClientProvider locale="ko" messages={messages}>
    {children}
  </NextIntlClientProvider>
);

it("shows the page that somebody goes to next", () => {
  const { rerender } = render(
    inKorean(
      <Unbroken path="/app">
        <Fails digest="1" />
      </Unbroken>,
    ),
  );
  expect(screen.getByRole("alert")).toBeTruthy();
  rerender(inKorean(<Unbroken path="/app/history">history</Unbroken>));
  expect(screen.queryByRole("alert")).toBeNull();
  expect(screen.getByText("history")).toBeTruthy();
});

it("says in the page's language that the page cannot be shown, and how to go on", () => {
  render(
    inKorean(
      <Unbroken path="/app">
        <Fails digest="2718281828" />
      </Unbroken>,
    ),
  );
  expect(screen.getByRole("alert").textContent).not.toContain("Cannot read");
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("화면을 표시하지 못했습니다");
  expect(screen.getByRole("button", { name: "새로 고침" })).toBeTruthy();
  expect(screen.getByText("문의 번호 2718281828")).toBeTruthy();
});

const seen: string[] = [];

class Router extends Component<{ children: ReactNode }> {
  override state = { isOver: false };
  static getDerivedStateFromError = () => ({ isOver: true });
  override componentDidCatch(error: Error & { digest?: string }) {
    seen.push(error.digest ?? "");
  }
  override render = () => (this.state.isOver ? null : this.props.children);
}

it("leaves to the router what the router throws", () => {
  render(
    inKorean(
      <Router>
        <Unbroken path="/app">
          <Fails digest="NEXT_REDIRECT;replace;/ko/sign-in" />
        </Unbroken>
      </Router>,
    ),
  );
  expect(seen).toEqual(["NEXT_REDIRECT;replace;/ko/sign-in"]);
  expect(screen.queryByRole("alert")).toBeNull();
});
