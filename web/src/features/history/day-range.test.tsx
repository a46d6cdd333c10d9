import messages from "@messages/ko.json";
import { fireEvent, render, screen } from "@testing-library/react";
import { NextIntlClientProvider } from "next-intl";
import { expect, it, vi } from "vitest";
import { DayRange } from "./day-range";

it("tells a day once its year is whole, and that an end was taken away", () => {
  const onChange = vi.fn();
  render(
    <NextIntlClientProvider locale="ko" messages={messages}>
      <DayRange from="" to="2026-03-10" onChange={onChange} />
    </NextIntlClientProvider>,
  );
  const from = screen.getByLabelText("시작일");
  for (const typed of ["0002-03-01", "0202-03-01", "2026-03-01"]) fireEvent.change(from, { target: { value: typed } });
  expect(onChange.mock.calls).toEqual([[{ from: "2026-03-01", to: "2026-03-10" }]]);
  fireEvent.change(screen.getByLabelText("종료일"), { target: { value: "" } });
  expect(onChange).toHaveBeenLastCalledWith({ from: "", to: "" });
});
