import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { HighlightProvider, isLit, shownSpans, useHighlight } from "./highlight";

afterEach(cleanup);

function Probe() {
  const { lit, pinned, origin, show, clear, pin } = useHighlight();
  return (
    <>
      <output>{JSON.stringify({ lit: lit.map((each) => each.start), pinned, origin })}</output>
      <button type="button" onClick={() => show([{ start: 1, end: 5 }], "post:a:0")}>
        point
      </button>
      <button type="button" onClick={() => show([{ start: 9, end: 12 }], "article:2")}>
        point elsewhere
      </button>
      <button type="button" onClick={() => clear("post:a:0")}>
        leave
      </button>
      <button type="button" onClick={() => pin([{ start: 1, end: 5 }], "post:a:0")}>
        pin
      </button>
    </>
  );
}

function setUp() {
  render(
    <HighlightProvider>
      <Probe />
    </HighlightProvider>,
  );
  return {
    press: (name: string) => fireEvent.click(screen.getByRole("button", { name })),
    now: () => JSON.parse(screen.getByRole("status").textContent ?? ""),
  };
}

it("lights what is pointed at, and lets go when the pointer leaves", () => {
  const { press, now } = setUp();
  press("point");
  expect(now()).toEqual({ lit: [1], pinned: false, origin: "post:a:0" });
  press("leave");
  expect(now()).toEqual({ lit: [], pinned: false, origin: "" });
});

it("does not let a late leaver put out what somebody else points at", () => {
  const { press, now } = setUp();
  press("point");
  press("point elsewhere");
  press("leave");
  expect(now().lit).toEqual([9]);
});

it("keeps what is pinned lit until Escape, whatever is pointed at", () => {
  const { press, now } = setUp();
  press("pin");
  press("point elsewhere");
  expect(now()).toEqual({ lit: [1], pinned: true, origin: "post:a:0" });
  fireEvent.keyDown(document, { key: "Escape" });
  expect(now()).toEqual({ lit: [9], pinned: false, origin: "article:2" });
});

it("lets go of what is pinned a second time", () => {
  const { press, now } = setUp();
  press("pin");
  press("pin");
  expect(now().pinned).toBe(false);
});

it("counts a shared character as touching, and a shared border not", () => {
  expect(isLit([{ start: 0, end: 5 }], [{ start: 4, end: 9 }])).toBe(true);
  expect(isLit([{ start: 0, end: 5 }], [{ start: 5, end: 9 }])).toBe(false);
});

it("does not take a place in the title for the same place in the text", () => {
  const title = shownSpans([{ field: "title", start: 0, end: 9 }]);
  expect(isLit([{ start: 0, end: 9 }], title)).toBe(false);
  expect(isLit(title, title)).toBe(true);
  expect(shownSpans([{ field: "published_at", start: 0, end: 3 }])).toEqual([]);
});
