import { cleanup, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, expect, it } from "vitest";
import messages from "../../messages/ko.json";
import { Broken } from "./broken";

afterEach(cleanup);

it("says in the page's language that the page cannot be shown, and how to go on", () => {
  const error = Object.assign(new Error("Cannot read properties of undefined"), { digest: "2718281828" });
  render(
    <NextIntlClientProvider locale="ko" messages={messages}>
      <Broken error={error} />
    </NextIntlClientProvider>,
  );
  expect(screen.getByRole("alert").textContent).not.toContain("Cannot read");
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("화면을 표시하지 못했습니다");
  expect(screen.getByRole("button", { name: "새로 고침" })).toBeTruthy();
  expect(screen.getByRole("link", { name: "새 변환으로" }).getAttribute("href")).toBe("/app");
  expect(screen.getByText("문의 번호 2718281828")).toBeTruthy();
});
