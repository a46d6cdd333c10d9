import ko from "@messages/ko.json";
import { cleanup, createEvent, fireEvent, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { afterEach, expect, it, vi } from "vitest";
import { SourceInput } from "./source-input";

afterEach(cleanup);

function shown() {
  const onFile = vi.fn();
  render(
    <NextIntlClientProvider locale="ko" messages={ko}>
      <p>beside</p>
      <SourceInput written="" source={{ kind: "empty" }} fault={null} onWrite={() => undefined} onFile={onFile}>
        {null}
      </SourceInput>
    </NextIntlClientProvider>,
  );
  return onFile;
}

function dropped(dataTransfer: object): Event {
  const beside = screen.getByText("beside");
  fireEvent.dragOver(beside, { dataTransfer });
  const event = createEvent.drop(beside, { dataTransfer });
  fireEvent(beside, event);
  return event;
}

it("takes a file that was dropped beside it, instead of leaving the page for it", () => {
  const onFile = shown();
  const file = new File(["기사"], "article.txt");
  const event = dropped({ types: ["Files"], files: [file] });
  expect(event.defaultPrevented).toBe(true);
  expect(onFile).toHaveBeenCalledExactlyOnceWith(file);
});

it("leaves a text that is dragged around to the browser", () => {
  const onFile = shown();
  expect(dropped({ types: ["text/plain"], files: [] }).defaultPrevented).toBe(false);
  expect(onFile).not.toHaveBeenCalled();
});

it("says that it takes the file while one is held over the page", () => {
  shown();
  fireEvent.dragOver(screen.getByText("beside"), { dataTransfer: { types: ["Files"], files: [] } });
  expect(screen.getByPlaceholderText("여기에 놓으면 이 파일을 변환합니다")).toBeTruthy();
  fireEvent.dragLeave(document.body, { relatedTarget: null });
  expect(screen.getByPlaceholderText(/끌어다 놓으세요/)).toBeTruthy();
});
