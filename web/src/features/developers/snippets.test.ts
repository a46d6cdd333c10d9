// @vitest-environment node
import { expect, it } from "vitest";
import { KEY_PLACEHOLDER, STEPS, snippet, TOOLS } from "./snippets";

it.each(TOOLS)("%s speaks to this service and holds no key", (tool) => {
  const all = STEPS.map((step) => snippet(tool, step, "https://desk.example.com")).join("\n");
  expect(all).toContain("https://desk.example.com/api/v1");
  expect(all).not.toMatch(/ORIGIN|ARTICLE/);
  for (const [key] of all.matchAll(/nf_\w+/g)) expect(key).toBe(KEY_PLACEHOLDER);
  for (const path of ["/conversions", "/events", "/export?format=md"]) expect(all).toContain(path);
});
