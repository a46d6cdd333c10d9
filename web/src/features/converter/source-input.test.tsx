import ko from "@messages/ko.json";
import { cleanup, createEvent, fireEvent, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, expect, it, vi } from "vitest";
import { SourceInput } from "./source-input";

afterEach(cleanup);

function shown() {
  const onFiles = vi.fn();
  render(
    <NextIntlClientProvider locale="ko" messages={ko}>
      <p>beside</p>
      <SourceInput written="" source={{ kind: "empty" }} fault={null} onWrite={() => undefined} onFiles={onFiles}>
        {null}
      </SourceInput>
    </NextIntlClientProvider>,
  );
  return onFiles;
}

function dropped(dataTransfer: object): Event {
  const beside = screen.getByText("beside");
  fireEvent.dragOver(beside, { dataTransfer });
  const event = createEvent.drop(beside, { dataTransfer });
  fireEvent(beside, event);
  return event;
}

it("takes all files that were dropped beside it, instead of leaving the page for it", () => {
  const onFiles = shown();
  const files = [new File(["기사"], "article.txt"), new File(["기사"], "other.txt")];
  const event = dropped({ types: ["Files"], files });
  expect(event.defaultPrevented).toBe(true);
  expect(onFiles).toHaveBeenCalledExactlyOnceWith(files);
});

it("leaves a text that is dragged around to the browser", () => {
  const onFiles = shown();
  expect(dropped({ types: ["text/plain"], files: [] }).defaultPrevented).toBe(false);
  expect(onFiles).not.toHaveBeenCalled();
});

it("says that it takes the file while one is held over the page", () => {
  shown();
  fireEvent.dragOver(screen.getByText("beside"), { dataTransfer: { types: ["Files"], files: [] } });
  expect(screen.getByPlaceholderText("여기에 놓으면 변환할 기사로 넣습니다")).toBeTruthy();
  fireEvent.dragLeave(document.body, { relatedTarget: null });
  expect(screen.getByPlaceholderText(/끌어다 놓으세요/)).toBeTruthy();
});
