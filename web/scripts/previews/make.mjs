// The pictures that a link to a public page is shown with: `tools/web previews` draws them anew with Chromium.
// They are kept with the sources, since only a machine with Japanese fonts can draw them.
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { documentOf, SIZE } from "./picture.mjs";
import { LANGUAGES, PAGES, sumOf, wordsOf } from "./words.mjs";

const folder = fileURLToPath(new URL("../../public/previews", import.meta.url));
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ["--no-sandbox", "--disable-gpu"],
});
const tab = await browser.newPage({ viewport: SIZE, javaScriptEnabled: true });
// Everything that a picture needs stands in its document; whatever else is asked for, is a mistake.
await tab.route(/^(?!data:|about:)/, (route) => {
  throw new Error(`a picture asks for ${route.request().url()}`);
});
const sums = {};
for (const page of PAGES) {
  for (const language of LANGUAGES) {
    const words = wordsOf(page, language);
    await tab.setContent(documentOf(page, language, words));
    await tab.evaluate(() => document.fonts.ready);
    await tab.screenshot({ path: `${folder}/${page}-${language}.png` });
    sums[`${page}-${language}`] = sumOf(words);
  }
}
await browser.close();
writeFileSync(new URL("./drawn.json", import.meta.url), `${JSON.stringify(sums, null, 2)}\n`);
