import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, it, vi } from "vitest";
import type { ConversionOut } from "@/api/generated";
import { getConversionQueryKey, listPlatformsQueryKey } from "@/api/generated/@tanstack/react-query.gen";
import type { FoundConversion } from "@/api/server";
import { chooseWorkspace } from "@/api/workspace";
import { FRESH_MS, pageAskedAt, useFound } from "./use-found";

const ID = "conversion-1";
const KEY = getConversionQueryKey({ path: { conversion_id: ID } });
const found = (workspace: string | null): FoundConversion => ({
  conversion: { id: ID, title: "요금 인상" } as ConversionOut,
  platforms: { items: [], next_cursor: null } as unknown as FoundConversion["platforms"],
  workspace,
});

afterEach(() => {
  vi.restoreAllMocks();
  chooseWorkspace(null);
});

function use(what: FoundConversion | null, { client = new QueryClient(), ageMs = 50 } = {}): QueryClient {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  vi.spyOn(performance, "now").mockReturnValue(ageMs);
  renderHook(() => useFound(ID, what), { wrapper });
  return client;
}

it("has what came with the page, as old as the page is", () => {
  const client = use(found(null));
  expect(client.getQueryData(KEY)).toMatchObject({ title: "요금 인상" });
  expect(client.getQueryState(KEY)?.dataUpdatedAt).toBe(pageAskedAt());
  expect(client.getQueryData(listPlatformsQueryKey())).toBeDefined();
});

it("does not go on showing what is of another workspace than this tab's", () => {
  chooseWorkspace("team-1");
  expect(use(found(null)).getQueryData(KEY)).toBeUndefined();
  expect(use(found("team-1")).getQueryData(KEY)).toBeDefined();
  chooseWorkspace(null);
  expect(use(found("team-1")).getQueryData(KEY)).toBeUndefined();
});

it("asks anew for what the router kept of a page that was left long ago", () => {
  expect(use(found(null), { ageMs: FRESH_MS + 1 }).getQueryData(KEY)).toBeUndefined();
});

it("leaves what is known already", () => {
  const client = new QueryClient();
  client.setQueryData(KEY, { id: ID, title: "고친 제목" } as ConversionOut);
  expect(use(found(null), { client }).getQueryData(KEY)).toMatchObject({ title: "고친 제목" });
});

it("tells the server of the workspace that was chosen, and of its end", () => {
  chooseWorkspace("team-1");
  expect(document.cookie).toContain("newsforge_workspace=team-1");
  chooseWorkspace(null);
  expect(document.cookie).not.toContain("newsforge_workspace");
});
