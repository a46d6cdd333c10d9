import ko from "@messages/ko.json";
import { cleanup, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, expect, it } from "vitest";
import { ApiProblem } from "@/api/problem";
import { failureOf } from "./calls";
import { postLike } from "./post-like";
import { SaveState } from "./save-state";
import { opened, step } from "./saving";

afterEach(cleanup);

function refusedBy(problem: ApiProblem): void {
  const saving = opened(postLike());
  const [typed] = step(saving, { type: "typed", draft: { ...saving.draft, parts: ["둘."] } });
  const [sent] = step(typed, { type: "due" });
  const [refused] = step(sent, { type: "failed", failure: failureOf(problem) });
  render(
    <NextIntlClientProvider locale="ko" messages={ko} timeZone="Asia/Seoul">
      <SaveState saving={refused} onRetry={() => undefined} />
    </NextIntlClientProvider>,
  );
}

it("tells whoever was taken out of the workspace in the middle of an edit what has happened, in a person's words", () => {
  refusedBy(new ApiProblem(404, { code: "not_found", detail: "Nothing here.", remedy: "Check the header." }));
  expect(screen.getByRole("status").textContent).toMatch(/이 워크스페이스에서 빠졌습니다/);
  expect(screen.queryByText(/header/)).toBeNull();
});

it("passes on why else the text is not taken", () => {
  refusedBy(new ApiProblem(422, { code: "too_long", detail: "너무 깁니다." }));
  expect(screen.getByRole("status").textContent).toBe("저장하지 못했습니다. 너무 깁니다.");
});
