import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { corpusFile, pasted, waitUntilDone } from "./desk";
import { personIn } from "./people";

let context: BrowserContext;
let page: Page;

test.beforeAll(async ({ browser }) => {
  ({ context, page } = await personIn(browser));
});
test.afterAll(() => context.close());

async function convert(title: string): Promise<void> {
  await page.getByRole("button", { name: /^변환/ }).and(page.locator("[type=submit]")).click();
  await page.waitForURL("**/app/conversions/*");
  await waitUntilDone(page);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
}

test("a Word document, chosen by the button", async () => {
  await page.goto("/ko/app");
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "파일 선택" }).last().click();
  await (await chooser).setFiles(corpusFile("ko-startup-funding.docx"));
  await expect(page.getByText("ko-startup-funding.docx")).toBeVisible();
  const title = pasted("ko-startup-funding").split("\n")[0] ?? "";
  await convert(title.slice(0, 12));
});

test("a PDF, dropped on the input", async () => {
  const [title = "", ...paragraphs] = pasted("ko-city-budget").split(/\n+/);
  const sheet = await context.newPage();
  await sheet.setContent(`<h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join("")}`);
  const pdf = await sheet.pdf({ format: "A4" });
  await sheet.close();
  await page.goto("/ko/app");
  await drop("예산안.pdf", "application/pdf", pdf);
  await expect(page.getByText("예산안.pdf")).toBeVisible();
  await convert(title.slice(0, 12));
  await expect(page.getByRole("region", { name: "원문" })).toContainText("1조8천640억원");
});

test("a file that is nothing to read says what can be read, and can be taken out again", async () => {
  await page.goto("/ko/app");
  await drop("사진.png", "image/png", Buffer.from("iVBORw0KGgoAAAANSUhEUg==", "base64"));
  await page.getByRole("button", { name: /^변환/ }).and(page.locator("[type=submit]")).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("PDF, DOCX, HWP");
  if (page.url().endsWith("/ko/app")) await page.getByRole("button", { name: "사진.png 빼기" }).click();
});

test("several files become a conversion each, and are found in the history", async () => {
  await page.goto("/ko/app");
  const files = ["ko-transit-strike", "ko-city-budget"].map((slug) => ({
    name: `${slug}.txt`,
    mimeType: "text/plain",
    buffer: Buffer.from(pasted(slug)),
  }));
  await page.locator("input[type=file]").setInputFiles(files);
  await page.getByRole("button", { name: /^2건 변환/ }).click();
  await page.waitForURL("**/app/history");
  for (const slug of ["ko-transit-strike", "ko-city-budget"]) {
    const title = pasted(slug).split("\n")[0]?.slice(0, 12) ?? "";
    await expect(page.getByRole("listitem").filter({ hasText: title }).first()).toContainText("완료", {
      timeout: 60_000,
    });
  }
});

async function drop(name: string, type: string, content: Buffer): Promise<void> {
  const carried = await page.evaluateHandle(
    ({ given, file, mime }) => {
      const bytes = Uint8Array.from(atob(given), (letter) => letter.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], file, { type: mime }));
      return transfer;
    },
    { given: content.toString("base64"), file: name, mime: type },
  );
  const input = page.getByLabel("기사 주소, 본문, 파일");
  await input.dispatchEvent("dragover", { dataTransfer: carried });
  await input.dispatchEvent("drop", { dataTransfer: carried });
}
