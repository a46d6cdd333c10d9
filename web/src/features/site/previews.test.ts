// @vitest-environment node
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import drawn from "../../../scripts/previews/drawn.json";
import { LANGUAGES, PAGES, sumOf, wordsOf } from "../../../scripts/previews/words.mjs";
import { publicPage } from "./metadata";

const pictures = PAGES.flatMap((page) => LANGUAGES.map((language) => ({ page, language })));

test.each(pictures)("the picture of $page in $language says what the page says now", ({ page, language }) => {
  const sums: Record<string, string> = drawn;
  expect(sums[`${page}-${language}`], "draw it anew: tools/web previews").toBe(sumOf(wordsOf(page, language)));
});

test.each(pictures)(
  "the picture of $page in $language has the size that is told, and a weight that services fetch",
  ({ page, language }) => {
    const picture = readFileSync(new URL(`../../../public/previews/${page}-${language}.png`, import.meta.url));
    expect(picture.subarray(1, 4).toString()).toBe("PNG");
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(picture.length).toBeLessThan(200_000);
  },
);

test("a page names its own picture", () => {
  expect(JSON.stringify(publicPage("ja", "", "").openGraph)).toContain('"/previews/landing-ja.png"');
  expect(JSON.stringify(publicPage("en", "/pricing", "").twitter)).toContain('"/previews/pricing-en.png"');
});
