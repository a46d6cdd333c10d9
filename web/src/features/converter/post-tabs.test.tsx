import ko from "@messages/ko.json";
import { cleanup, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { ConversionOut } from "@/api/generated";
import { postLike } from "@/features/editor/post-like";
import { PostTabs } from "./post-tabs";

const posts = ["x", "threads", "telegram"].map((platform) => ({
  ...postLike({ parts: ["글."] }),
  id: platform,
  platform,
}));
const conversion = { posts, status: "running" } as unknown as ConversionOut;

const tabs = (activeId: string) => (
  <NextIntlClientProvider locale="ko" messages={ko}>
    <PostTabs conversion={conversion} activeId={activeId} nameOf={(name) => name} onChoose={() => undefined} />
  </NextIntlClientProvider>
);

// A layout of 100 px a tab in a list that shows 100.
let scrolled = 0;
beforeEach(() => {
  scrolled = 0;
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(100);
  vi.spyOn(HTMLElement.prototype, "offsetWidth", "get").mockReturnValue(100);
  vi.spyOn(HTMLElement.prototype, "offsetLeft", "get").mockImplementation(function (this: HTMLElement) {
    return 100 * posts.findIndex(({ id }) => this.id === `tab-${id}`);
  });
  vi.spyOn(Element.prototype, "scrollLeft", "get").mockImplementation(() => scrolled);
  vi.spyOn(Element.prototype, "scrollLeft", "set").mockImplementation((value) => {
    scrolled = value;
  });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

it("shows the open tab, and the next one that is chosen", () => {
  const { rerender } = render(tabs("telegram"));
  expect(screen.getByRole("tablist").scrollLeft).toBe(200);
  rerender(tabs("threads"));
  expect(screen.getByRole("tablist").scrollLeft).toBe(100);
});

it("stays where somebody has gone before it could hear, until a tab is chosen", () => {
  scrolled = 150;
  const { rerender } = render(tabs("x"));
  expect(screen.getByRole("tablist").scrollLeft).toBe(150);
  rerender(tabs("threads"));
  expect(screen.getByRole("tablist").scrollLeft).toBe(100);
});
