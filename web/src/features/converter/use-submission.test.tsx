import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, expect, it, vi } from "vitest";
import { ApiProblem } from "@/api/problem";
import { DEFAULTS } from "./choices";
import { NO_DRAFT } from "./draft";
import { detect } from "./source";
import type { Order } from "./submit";
import { useSubmission } from "./use-submission";

const push = vi.fn();
const submit = vi.fn();
vi.mock("@/i18n/navigation", () => ({ useRouter: () => ({ push }) }));
vi.mock("./submit", async (original) => ({
  ...(await original<typeof import("./submit")>()),
  submit: (order: Order) => submit(order),
}));

beforeEach(() => {
  push.mockReset();
  submit.mockReset();
});

const files = ["a.txt", "b.txt", "c.txt"].map((name) => new File(["기사"], name, { lastModified: 1 }));

function hooked(given: readonly File[]) {
  const onSent = vi.fn();
  const client = new QueryClient();
  const { result } = renderHook(
    () => useSubmission({ source: detect("", given), choices: DEFAULTS, draft: NO_DRAFT, onSent }),
    {
      wrapper: ({ children }: { children: ReactNode }) => (
        <QueryClientProvider client={client}>{children}</QueryClientProvider>
      ),
    },
  );
  return { result, onSent };
}

const nameOf = ([{ source }]: [Order]) => (source.kind === "file" ? source.file.name : source.kind);

it("makes a conversion of each file, one after another, and shows them in the history", async () => {
  submit.mockImplementation(async () => ({ id: String(submit.mock.calls.length) }));
  const { result, onSent } = hooked(files);
  act(() => result.current.conversion.mutate());
  await waitFor(() => expect(push).toHaveBeenCalledWith("/app/history"));
  expect(submit.mock.calls.map((call) => nameOf(call as [Order]))).toEqual(["a.txt", "b.txt", "c.txt"]);
  expect(new Set(submit.mock.calls.map(([{ key }]) => key)).size).toBe(3);
  expect(onSent.mock.calls.map(([file]) => file.name)).toEqual(["a.txt", "b.txt"]);
});

it("stops at a refusal: what was accepted is out of the list, what was not is sent again as the same order", async () => {
  submit.mockResolvedValueOnce({ id: "1" }).mockRejectedValueOnce(new ApiProblem(429, {}, 5));
  const { result, onSent } = hooked(files);
  act(() => result.current.conversion.mutate());
  await waitFor(() => expect(result.current.conversion.isError).toBe(true));
  expect(onSent.mock.calls.map(([file]) => file.name)).toEqual(["a.txt"]);
  expect(push).not.toHaveBeenCalled();
  const refused = submit.mock.calls[1]?.[0].key;
  submit.mockResolvedValue({ id: "2" });
  act(() => result.current.conversion.mutate());
  await waitFor(() => expect(push).toHaveBeenCalled());
  expect(submit.mock.calls.find(([order], at) => at > 1 && nameOf([order]) === "b.txt")?.[0].key).toBe(refused);
});

it("leads from one file to its conversion", async () => {
  submit.mockResolvedValue({ id: "only" });
  const { result } = hooked(files.slice(0, 1));
  act(() => result.current.conversion.mutate());
  await waitFor(() => expect(push).toHaveBeenCalledWith("/app/conversions/only"));
});
