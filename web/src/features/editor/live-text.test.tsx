import ko from "@messages/ko.json";
import { act, cleanup, createEvent, fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { NextIntlClientProvider } from "next-intl";
import { useCallback, useState } from "react";
import { afterEach, expect, it, vi } from "vitest";
import { HighlightProvider, useHighlight } from "@/features/converter/highlight";
import { LiveText, type LiveTextHandle } from "./live-text";
import { placeReceipts } from "./placing";
import { receiptLike } from "./post-like";

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const CHECKED = "금리가 내렸다. 7명이 찬성했다.";
const span = (start: number, end: number) => ({ field: "text", start, end, text: "" });
const RECEIPTS = [
  receiptLike(CHECKED, "금리가 내렸다.", { spans: [span(0, 9)] }),
  receiptLike(CHECKED, "7명이 찬성했다.", {
    status: "unsupported",
    spans: [span(20, 30)],
    problems: [{ kind: "figure", text: "7명", why: "", start: 0, end: 2 }],
  }),
];

function Lit() {
  const { lit, pinned } = useHighlight();
  return <output>{JSON.stringify({ lit: lit.map(({ start }) => start), pinned })}</output>;
}

type Outside = { handle: LiveTextHandle | null; setText: (text: string) => void };

function Page({ outside, onText }: { outside: Outside; onText: ((text: string) => void) | undefined }) {
  const [text, setText] = useState(CHECKED);
  outside.setText = setText;
  const register = useCallback(
    (given: LiveTextHandle | null) => {
      outside.handle = given;
    },
    [outside],
  );
  return (
    <LiveText
      label="본문"
      value={text}
      placing={placeReceipts(RECEIPTS, 0, CHECKED, text)}
      origin="post:a:0"
      register={register}
      onChange={(now) => {
        onText?.(now);
        setText(now);
      }}
    />
  );
}

function setUp(onText?: (text: string) => void) {
  const outside: Outside = { handle: null, setText: () => undefined };
  render(
    <NextIntlClientProvider locale="ko" messages={ko}>
      <HighlightProvider>
        <Page outside={outside} onText={onText} />
        <Lit />
      </HighlightProvider>
    </NextIntlClientProvider>,
  );
  const area = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "본문" });
  return {
    area,
    handle: () => outside.handle as LiveTextHandle,
    now: () => JSON.parse(screen.getByRole("status").textContent ?? ""),
    painted: () => screen.getByRole("group").textContent?.replace("\u200b", ""),
    sentence: (name: RegExp) => screen.getByRole("button", { name }),
    fromOutside: (text: string) => act(() => outside.setText(text)),
  };
}

it("says of each sentence whether the article has it", () => {
  const { sentence } = setUp();
  expect(sentence(/^근거 있음: 금리가 내렸다\.$/)).toBeInTheDocument();
  expect(sentence(/^원문에 없음: 7명이 찬성했다\.$/)).toHaveAttribute("data-state", "unsupported");
});

it("lights the source up for a focused sentence, goes on with arrows, and Enter pins", async () => {
  const { sentence, now } = setUp();
  fireEvent.focus(sentence(/금리가/));
  expect(now().lit).toEqual([0]);
  sentence(/금리가/).focus();
  await userEvent.keyboard("{ArrowRight}");
  expect(now().lit).toEqual([20]);
  await userEvent.keyboard("{Enter}");
  expect(now()).toEqual({ lit: [20], pinned: true });
  expect(sentence(/7명이/)).toHaveAttribute("aria-pressed", "true");
});

it("lights the source up for the sentence under the pointer, through the writing area, and lets go", () => {
  const { area, sentence, now } = setUp();
  document.elementsFromPoint = () => [area, sentence(/7명이/)];
  fireEvent.mouseMove(area, { clientX: 5, clientY: 5 });
  expect(now().lit).toEqual([20]);
  fireEvent.mouseLeave(area.parentElement as HTMLElement);
  expect(now().lit).toEqual([]);
});

it("lights the source up for the sentence that holds the caret, and Alt+Enter pins it", async () => {
  const { area, now } = setUp();
  area.focus();
  area.setSelectionRange(2, 2);
  fireEvent.select(area);
  expect(now().lit).toEqual([0]);
  fireEvent.keyDown(area, { key: "Enter", altKey: true });
  expect(now().pinned).toBe(true);
});

it("paints what is typed, and shows the changed sentence as not checked", async () => {
  const { area, painted, sentence } = setUp();
  area.focus();
  area.setSelectionRange(3, 3);
  await userEvent.keyboard("는");
  expect(painted()).toBe("금리가는 내렸다. 7명이 찬성했다.");
  expect(screen.queryByRole("button", { name: /금리가/ })).toBeNull();
  expect(sentence(/7명이/)).toBeInTheDocument();
});

/** What a browser tells while 한 is composed from ㅎ, 하, 한. */
function compose(area: HTMLTextAreaElement, at: number, steps: string[]) {
  area.setSelectionRange(at, at);
  fireEvent.compositionStart(area, { data: "" });
  let before = 0;
  for (const step of steps) {
    fireEvent(area, createEvent.compositionUpdate(area, { data: step }));
    area.setRangeText(step, at, at + before, "end");
    fireEvent.input(area, { isComposing: true });
    before = step.length;
  }
}

it("never writes into the text while it is being composed, whatever arrives", () => {
  const { area, painted, fromOutside } = setUp();
  const writes = vi.spyOn(area, "setRangeText");
  compose(area, 3, ["ㅎ", "하", "한"]);
  expect(writes).toHaveBeenCalledTimes(3);
  expect(painted()).toBe("금리가한 내렸다. 7명이 찬성했다.");
  fromOutside("남이 고친 글.");
  expect(area.value).toBe("금리가한 내렸다. 7명이 찬성했다.");
  expect(writes).toHaveBeenCalledTimes(3);
  fireEvent.compositionEnd(area, { data: "한" });
  expect(painted()).toBe("금리가한 내렸다. 7명이 찬성했다.");
});

it("underlines what is being composed, since the letters of the area are clear", () => {
  const { area } = setUp();
  compose(area, 3, ["ㅎ", "하"]);
  expect(document.querySelector("[data-composed]")?.textContent).toBe("하");
  fireEvent.compositionEnd(area, { data: "하" });
  expect(document.querySelector("[data-composed]")).toBeNull();
});

it("leaves Enter to the input method that is choosing a word", () => {
  const { area, now } = setUp();
  compose(area, 3, ["가"]);
  fireEvent.keyDown(area, { key: "Enter", altKey: true, isComposing: true });
  expect(now().pinned).toBe(false);
});

it("changes the text as if typed", () => {
  const texts: string[] = [];
  const { area, handle } = setUp((text) => texts.push(text));
  handle().change({ start: 9, end: 11, insert: "5명" });
  expect(texts).toEqual(["금리가 내렸다. 5명이 찬성했다."]);
  expect(area.selectionStart).toBe(11);
});

it("keeps the caret when another part of the text is changed from outside", async () => {
  const { area, fromOutside } = setUp();
  area.focus();
  area.setSelectionRange(12, 12);
  fromOutside("금리가 크게 내렸다. 7명이 찬성했다.");
  expect(area.value).toBe("금리가 크게 내렸다. 7명이 찬성했다.");
  expect(area.selectionStart).toBe(15);
});
