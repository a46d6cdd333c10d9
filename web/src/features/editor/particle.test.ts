// @vitest-environment node
import { expect, it } from "vitest";
import { particleAfter } from "./particle";

it.each([
  ["김영식", "가 말했다.", "가", "이"],
  ["나윤재", "은 말했다.", "은", "는"],
  ["서울", "으로 갔다.", "으로", "로"],
  ["부산", "로 갔다.", "로", "으로"],
  ["10", "를 넘었다.", "를", "을"],
  ["2", "과 같다.", "과", "와"],
  ["7명", "이", "이", "이"],
])("%s + %s", (word, rest, was, is) => {
  expect(particleAfter(word, rest)).toEqual([was, is]);
});

it.each([
  ["김영식", " 가 말했다."],
  ["김영식", "이번 주"],
  ["2.25%", "으로 내렸다."],
  ["Smith", "이 말했다."],
  ["김영식", ""],
])("leaves %s%s as it is", (word, rest) => {
  expect(particleAfter(word, rest)).toEqual(["", ""]);
});
