import { QueryClient } from "@tanstack/react-query";
import { renderHook } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { FRESH_MS, pageAskedAt, useFound } from "./found";
import { chooseWorkspace } from "./workspace";

const KEY = ["conversion"];
const OTHER_KEY = ["platforms"];
const CONVERSION = { title: "요금 인상" };

afterEach(() => {
  vi.restoreAllMocks();
  chooseWorkspace(null);
});

function use(workspace: string | null, { client = new QueryClient(), ageMs = 50, data = CONVERSION as unknown } = {}) {
  vi.spyOn(performance, "now").mockReturnValue(ageMs);
  renderHook(() =>
    useFound(client, workspace, [
      [KEY, data],
      [OTHER_KEY, null],
    ]),
  );
  return client;
}

it("has what came with the page, as old as the page is, and asks for the rest", () => {
  const client = use(null);
  expect(client.getQueryData(KEY)).toBe(CONVERSION);
  expect(client.getQueryState(KEY)?.dataUpdatedAt).toBe(pageAskedAt());
  expect(client.getQueryData(OTHER_KEY)).toBeUndefined();
});

it("does not go on showing what is of another workspace than this tab's", () => {
  chooseWorkspace("team-1");
  expect(use(null).getQueryData(KEY)).toBeUndefined();
  expect(use("team-1").getQueryData(KEY)).toBe(CONVERSION);
  chooseWorkspace(null);
  expect(use("team-1").getQueryData(KEY)).toBeUndefined();
});

it("asks anew for what the router kept of a page that was left long ago", () => {
  expect(use(null, { ageMs: FRESH_MS + 1 }).getQueryData(KEY)).toBeUndefined();
});

it("leaves what is known already, whatever the workspace", () => {
  const client = new QueryClient();
  client.setQueryData(KEY, { title: "고친 제목" });
  expect(use("team-1", { client }).getQueryData(KEY)).toEqual({ title: "고친 제목" });
});

it("tells the server of the workspace that was chosen, and of its end", () => {
  chooseWorkspace("team-1");
  expect(document.cookie).toContain("newsforge_workspace=team-1");
  chooseWorkspace(null);
  expect(document.cookie).not.toContain("newsforge_workspace");
});
