import ko from "@messages/ko.json";
import { renderHook } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { expect, it } from "vitest";
import { useWriterName } from "./writer-name";

it.each([
  ["embedded", "내장 작성기(원문 발췌)"],
  ["anthropic:claude-haiku-4-5", "anthropic:claude-haiku-4-5"],
  [null, ""],
])("the writer %s is called %s", (writer, name) => {
  const { result } = renderHook(() => useWriterName(), {
    wrapper: ({ children }) => (
      <NextIntlClientProvider locale="ko" messages={ko}>
        {children}
      </NextIntlClientProvider>
    ),
  });
  expect(result.current(writer)).toBe(name);
});
