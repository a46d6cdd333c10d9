import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { Press } from "./press";

afterEach(cleanup);

it("keeps the focus while it works, and is not pressed a second time", async () => {
  const press = vi.fn();
  const { rerender } = render(<Press onPress={press}>approve</Press>);
  const button = screen.getByRole("button");
  button.focus();
  await userEvent.keyboard("{Enter}");
  rerender(
    <Press isPending onPress={press}>
      approve
    </Press>,
  );
  await userEvent.keyboard("{Enter}");
  expect(press).toHaveBeenCalledTimes(1);
  expect(document.activeElement).toBe(button);
  expect(button.getAttribute("aria-disabled")).toBe("true");
  expect(button.getAttribute("aria-busy")).toBe("true");
});
