import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Locator, type Page, test } from "@playwright/test";

const CORPUS = join(import.meta.dirname, "../../tests/corpus");

/** An article of the corpus as somebody pastes it: title, empty line, text. */
export function pasted(slug: string): string {
  const { title, text } = JSON.parse(readFileSync(join(CORPUS, `${slug}.json`), "utf8"));
  return `${title}\n\n${text}`;
}

export function corpusFile(name: string): string {
  return join(CORPUS, "sources", name);
}

/** Let the page read and write the clipboard, and give back what is in it. */
export async function watchClipboard(page: Page): Promise<() => Promise<string>> {
  const origin = new URL(test.info().project.use.baseURL ?? "").origin;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin });
  return () => page.evaluate(() => navigator.clipboard.readText());
}

/** Paste into the one input and convert; done when the conversion's page stands. */
export async function convertByPage(page: Page, text: string): Promise<void> {
  await page.getByLabel("기사 주소, 본문, 파일").fill(text);
  await page.getByRole("button", { name: "변환", exact: false }).and(page.locator("[type=submit]")).click();
  await page.waitForURL("**/app/conversions/*");
}

export async function waitUntilDone(page: Page): Promise<void> {
  await expect(page.getByRole("status").filter({ hasText: /^완료 · / })).toBeVisible({ timeout: 60_000 });
}

export function tabOf(page: Page, platform: string): Locator {
  return page.getByRole("tab", { name: platform });
}

/** The open post: what is typed into, its sentences, what is said about it. */
export function openPost(page: Page) {
  const panel = page.getByRole("tabpanel");
  const texts = panel.locator("textarea[data-place]");
  return {
    panel,
    texts,
    text: (place: number | string) => panel.locator(`textarea[data-place="${place}"]`),
    sentences: panel.locator("[data-sentence]"),
    attention: panel.getByRole("region", { name: "확인할 것" }),
    approve: panel.getByRole("button", { name: "승인", exact: true }),
    saved: panel.getByText("저장됨 · 방금"),
  };
}

/** Exchange `from` for `to` in a text, by selecting it and typing over it. */
export async function typeOver(area: Locator, from: string, to: string): Promise<void> {
  await area.focus();
  await area.evaluate((element: HTMLTextAreaElement, wanted) => {
    const at = element.value.indexOf(wanted);
    if (at < 0) throw new Error(`"${wanted}" is not in "${element.value}"`);
    element.setSelectionRange(at, at + wanted.length);
  }, from);
  await area.page().keyboard.insertText(to);
}

/** The post as the service has it. */
export async function storedPost(page: Page, platform: string) {
  const id = /conversions\/([\w-]+)/.exec(page.url())?.[1];
  const answer = await page.request.get(`/api/v1/conversions/${id}`);
  const { posts } = await answer.json();
  return posts.find((post: { platform: string }) => post.platform === platform);
}
