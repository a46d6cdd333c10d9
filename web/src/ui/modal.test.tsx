import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { afterEach, beforeAll, expect, it } from "vitest";
import { Modal } from "./modal";
import { TextLine } from "./text-line";

beforeAll(() => {
  // jsdom knows the element, not how it opens.
  HTMLDialogElement.prototype.showModal ??= function show(this: HTMLDialogElement) {
    this.open = true;
    // As a browser does it, whatever asked for the focus while the dialog was closed.
    this.querySelector<HTMLElement>("input, button")?.focus();
  };
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
    this.open = false;
  };
});

afterEach(cleanup);

function Page({ closesOutside }: { closesOutside: boolean }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        open
      </button>
      {isOpen ? (
        <Modal label="question" onClose={() => setOpen(false)} closesOutside={closesOutside}>
          {/* biome-ignore lint/a11y/noAutofocus: as forms in dialogs have it */}
          <input autoFocus aria-label="word" />
          <button type="button" onClick={() => setOpen(false)}>
            done
          </button>
        </Modal>
      ) : null}
    </>
  );
}

it("gives the focus back to where it was", async () => {
  render(<Page closesOutside={false} />);
  await userEvent.click(screen.getByText("open"));
  await userEvent.click(screen.getByText("done"));
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(screen.getByText("open")).toHaveFocus();
});

it("is closed by a click beside it only where that loses nothing", async () => {
  const { unmount } = render(<Page closesOutside={false} />);
  await userEvent.click(screen.getByText("open"));
  await userEvent.click(screen.getByRole("dialog"));
  expect(screen.getByRole("dialog", { name: "question" })).toBeVisible();
  unmount();
  render(<Page closesOutside />);
  await userEvent.click(screen.getByText("open"));
  await userEvent.click(screen.getByRole("dialog"));
  expect(screen.queryByRole("dialog")).toBeNull();
});

it("goes to the field that asks for the focus, not to the first one", () => {
  render(
    <Modal label="sign in again">
      <TextLine label="address" name="email" value="kim@example.com" onChange={() => undefined} isReadOnly />
      <TextLine label="password" name="password" value="" onChange={() => undefined} takesFocus />
    </Modal>,
  );
  expect(document.activeElement).toBe(screen.getByLabelText("password"));
});
