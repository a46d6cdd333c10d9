import { afterEach, expect, it, vi } from "vitest";
import { copy, htmlToCopy, textToCopy } from "./copying";
import { draftOf } from "./draft";
import { postLike } from "./post-like";

afterEach(() => vi.unstubAllGlobals());

it("copies the text as it is published: link, tags, disclosure and numbers included", () => {
  const parts = ["금리가 내렸다.\n\n(자동 발췌)\n\n1/2", "끝.\n\nhttps://a.example\n\n#금리\n\n2/2"];
  expect(textToCopy(draftOf(postLike({ parts })))).toBe(parts.join("\n\n"));
  expect(textToCopy(draftOf(postLike({ parts: ["  그대로 \n"] })))).toBe("  그대로 \n");
});

it("takes the body of a whole mail, and a fragment as it is", () => {
  expect(
    htmlToCopy('<!doctype html><html><head><title>x</title></head><body class="a">\n<p>가</p>\n</body></html>'),
  ).toBe("<p>가</p>");
  expect(htmlToCopy("<p>가</p>")).toBe("<p>가</p>");
});

it("gives an editor both the formatted and the plain text", async () => {
  const write = vi.fn().mockResolvedValue(undefined);
  vi.stubGlobal("navigator", { clipboard: { write } });
  vi.stubGlobal(
    "ClipboardItem",
    class {
      constructor(readonly data: Record<string, Blob | Promise<Blob>>) {}
    },
  );
  expect(await copy("가", "<p>가</p>")).toBe(true);
  const [[[{ data }]]] = write.mock.calls as [[[{ data: Record<string, Blob> }]]];
  expect((await data["text/html"])?.type).toBe("text/html");
  expect(data["text/plain"]?.type).toBe("text/plain");
});

it("says so when the clipboard is not to be had", async () => {
  vi.stubGlobal("navigator", { clipboard: { writeText: () => Promise.reject(new Error("not allowed")) } });
  expect(await copy("가")).toBe(false);
});
