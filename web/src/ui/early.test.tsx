import { act, cleanup } from "@testing-library/react";
import { useLayoutEffect, useState } from "react";
import { hydrateRoot, type Root } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Early } from "./early";

const onSend = vi.fn();
let root: Root;
let box: HTMLElement;

/** `kept` is what the browser remembers of an earlier visit. */
function Page({ kept = "" }: { kept?: string }) {
  const [email, setEmail] = useState("");
  const [text, setText] = useState("");
  useLayoutEffect(() => setText(kept), [kept]);
  return (
    <>
      <Early />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSend({ email, text });
        }}
      >
        <input type="email" value={email} onChange={(event) => setEmail(event.target.value)} />
        <textarea value={text} onChange={(event) => setText(event.target.value)} />
        <button type="submit">go</button>
      </form>
    </>
  );
}

const field = (name: "input" | "textarea") => box.querySelector(name) as HTMLInputElement;

function type(name: "input" | "textarea", value: string) {
  field(name).value = value;
  field(name).dispatchEvent(new InputEvent("input", { bubbles: true }));
}

/** The page as the server sent it, its inline script run. */
beforeEach(() => {
  vi.useFakeTimers();
  box = document.createElement("div");
  document.body.append(box);
  box.innerHTML = renderToString(<Page />);
  new Function(box.querySelector("script")?.textContent ?? "")();
});

function run(kept = "") {
  act(() => {
    root = hydrateRoot(box, <Page kept={kept} />);
  });
  act(() => void vi.runAllTimers());
}

afterEach(() => {
  act(() => root.unmount());
  cleanup();
  box.remove();
  onSend.mockReset();
  vi.useRealTimers();
});

it("keeps what was typed before scripts ran, over what the browser remembered", () => {
  type("input", "kim@hanbit.example");
  type("textarea", "기사");
  run("예전 글");
  expect(field("input").value).toBe("kim@hanbit.example");
  expect(field("textarea").value).toBe("기사");
  act(() => field("input").form?.requestSubmit());
  expect(onSend).toHaveBeenCalledExactlyOnceWith({ email: "kim@hanbit.example", text: "기사" });
});

it("sends once, and with all of it, what was pressed before scripts ran; the browser sends nothing", () => {
  type("input", "kim@hanbit.example");
  type("textarea", "기사");
  const press = new SubmitEvent("submit", { bubbles: true, cancelable: true });
  field("input").form?.dispatchEvent(press);
  expect(press.defaultPrevented).toBe(true);
  expect(onSend).not.toHaveBeenCalled();
  run();
  expect(onSend).toHaveBeenCalledExactlyOnceWith({ email: "kim@hanbit.example", text: "기사" });
});

it("takes Ctrl and Enter for a press", () => {
  type("textarea", "기사");
  field("textarea").dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true }));
  run();
  expect(onSend).toHaveBeenCalledExactlyOnceWith({ email: "", text: "기사" });
});

it("does nothing where nothing was done, and listens no longer", () => {
  run("예전 글");
  expect(field("textarea").value).toBe("예전 글");
  expect(onSend).not.toHaveBeenCalled();
  act(() => field("input").form?.requestSubmit());
  expect(onSend).toHaveBeenCalledOnce();
  expect(window.newsforgeEarly).toBeUndefined();
});
