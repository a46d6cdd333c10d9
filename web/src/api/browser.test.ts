import { afterEach, expect, it, vi } from "vitest";
import { setUpClient } from "./browser";
import { listConversions } from "./generated";

afterEach(() => vi.unstubAllGlobals());

it("asks in the language of the page", async () => {
  document.documentElement.lang = "ja";
  let asked: Request | null = null;
  vi.stubGlobal("fetch", async (request: Request) => {
    asked = request;
    return Response.json({ items: [], next_cursor: null });
  });
  setUpClient();
  await listConversions();
  expect((asked as Request | null)?.headers.get("accept-language")).toBe("ja");
});
