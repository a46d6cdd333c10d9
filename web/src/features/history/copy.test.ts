import { describe, expect, it } from "vitest";
import type { ConversionOut } from "@/api/generated";
import { sourceOf, wishesOf } from "./copy";

const url = "https://example.com/news/1";
const fromUrl = { kind: "url", url, name: "" } as const;
const article = { id: "a", version: 3 } as ConversionOut["article"];

describe("converting again", () => {
  it("takes the very version that was read", () => {
    expect(sourceOf({ article, source: fromUrl })).toEqual({ article_id: "a", article_version: 3 });
  });

  it("tries an address anew that could not be read, and knows when nothing is left", () => {
    expect(sourceOf({ article: null, source: fromUrl })).toEqual({ url });
    expect(sourceOf({ article: null, source: { kind: "file", url: null, name: "a.pdf" } })).toBeNull();
  });

  it("keeps the wishes; no language at all is the article's own", () => {
    const wishes = {
      platforms: ["x"],
      languages: [],
      tone: "urgent",
      length: "short",
      writer: "embedded",
      instruction: "짧게",
      disclosure: "",
      link: null,
    };
    expect(wishesOf({ wishes })).toEqual({ ...wishes, languages: null, disclosure: null });
  });
});
