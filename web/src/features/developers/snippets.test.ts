// @vitest-environment node
import { expect, it } from "vitest";
import { LANGUAGES } from "@/i18n/languages";
import { ARTICLES, KEY_PLACEHOLDER, STEPS, snippet, TOOLS } from "./snippets";

it.each(TOOLS)("%s speaks to this service and holds no key", (tool) => {
  const all = STEPS.map((step) => snippet(tool, step, "https://desk.example.com", "ko")).join("\n");
  expect(all).toContain("https://desk.example.com/api/v1");
  expect(all).not.toMatch(/ORIGIN|ARTICLE/);
  for (const [key] of all.matchAll(/nf_\w+/g)) expect(key).toBe(KEY_PLACEHOLDER);
  for (const path of ["/conversions", "/events", "/export?format=md"]) expect(all).toContain(path);
});

it.each(LANGUAGES)("the article in %s breaks out of no quotes, and is sent as it is", (language) => {
  expect(ARTICLES[language].replaceAll("\\n", "")).not.toMatch(/['"\\`$\n]/);
  const curl = snippet("curl", "create", "https://desk.example.com", language);
  const body = JSON.parse(/-d '([^']+)'/.exec(curl)?.[1] ?? "");
  expect(body).toEqual({ source: { text: ARTICLES[language].replaceAll("\\n", "\n") }, platforms: ["x", "kakao"] });
});
