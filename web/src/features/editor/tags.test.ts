// @vitest-environment node
import { expect, it } from "vitest";
import { parseTags, retag, tagsIn } from "./tags";

it("reads tags however they are typed", () => {
  expect(parseTags("#금리, 인하 ##내수#성장률  금리")).toEqual(["금리", "인하", "내수", "성장률"]);
  expect(parseTags("  ")).toEqual([]);
});

it("finds the line of tags, and takes no sentence for one", () => {
  expect(tagsIn(["가.\n\n#금리 #인하\n\n(자동 발췌)"])).toEqual(["금리", "인하"]);
  expect(tagsIn(["#금리 이야기를 하자"])).toEqual([]);
});

it("exchanges the line where it stands", () => {
  expect(retag(["가.", "나.\n\n#금리\n\n2/2"], ["금리"], ["인하", "$&"])).toEqual(["가.", "나.\n\n#인하 #$&\n\n2/2"]);
  expect(retag(["가.\n\n#금리\n\n끝"], ["금리"], [])).toEqual(["가.\n\n끝"]);
  expect(retag(["가."], [], ["금리"])).toEqual(["가.\n\n#금리"]);
});
