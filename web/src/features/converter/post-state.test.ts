// @vitest-environment node
import { afterEach, expect, it } from "vitest";
import { draftOf } from "@/features/editor/draft";
import { openEditor, storedPost } from "@/features/editor/open-editors";
import { postLike } from "@/features/editor/post-like";
import { textOfAll } from "./post-state";

const stored = postLike({ version: 1, parts: ["저장된 글."] });
let close = () => {};
afterEach(() => close());

function typing(parts: string[], storable: boolean) {
  close = openEditor(stored.id, {
    draft: () => ({ ...draftOf(stored), parts }),
    copy: async () => true,
    stored: async () => (storable ? postLike({ version: 2, parts }) : null),
  });
}

it("copies what is seen in an open editor, and what is stored where there is none", () => {
  expect(textOfAll([stored], () => "X")).toBe("[X]\n저장된 글.");
  typing(["고친 글."], true);
  expect(textOfAll([stored], () => "X")).toBe("[X]\n고친 글.");
  close();
  expect(textOfAll([stored], () => "X")).toBe("[X]\n저장된 글.");
});

it("knows a post as it is once all that was typed is stored", async () => {
  expect(await storedPost(stored)).toBe(stored);
  typing(["고친 글."], true);
  expect((await storedPost(stored))?.version).toBe(2);
  typing(["고친 글."], false);
  expect(await storedPost(stored)).toBeNull();
});

it("does not take away the editor that has come in the place of another", () => {
  typing(["하나."], true);
  const closeFirst = close;
  typing(["둘."], true);
  closeFirst();
  expect(textOfAll([stored], () => "X")).toBe("[X]\n둘.");
});
