// @vitest-environment node
import en from "@messages/en.json";
import ko from "@messages/ko.json";
import { expect, it } from "vitest";
import type { ProblemOut } from "@/api/generated";
import { problemWords } from "./problem-words";

const of = (kind: string, why: string, instead: string | null = null) =>
  problemWords({ kind: kind as ProblemOut["kind"], text: "30만 원", why, instead, start: 0, end: 5 });

it.each([
  ["figure", "The article nowhere says 30만 원.", "figure"],
  ["figure", "The post says 30만 원 where the article says 20만 원.", "figureOther"],
  ["figure", "The article says 30만 원 of something else: “…”.", "figureElsewhere"],
  ["name", "The article nowhere names 30만 원.", "name"],
  ["name", "The article does not have the word “30만 원”.", "name"],
  ["name", "In the article A speaks for B, not for C.", "nameOther"],
  ["quote", "The quote is altered: the article says it in other words.", "quote"],
  ["wording", "Nothing in the article says this.", "fact"],
  ["figure", "기사 어디에도 “30만 원”은 없습니다.", "figure"],
  ["figure", "글은 30만 원, 기사는 20만 원입니다.", "figureOther"],
  ["figure", "기사에서 30만 원은 다른 것의 수치입니다: “…”", "figureElsewhere"],
  ["name", "기사에 30만 원은 없고 A가 있습니다.", "name"],
  ["name", "기사에서 A는 C가 아니라 B 쪽을 대변합니다.", "nameOther"],
  ["figure", "記事のどこにも「30万ウォン」とは書かれていません。", "figure"],
  ["figure", "投稿は30万ウォン、記事は20万ウォンです。", "figureOther"],
  ["figure", "記事では30万ウォンは別のものの数値です：「…」", "figureElsewhere"],
  ["name", "記事には「山田」という言葉がありません。", "name"],
  ["name", "記事ではAはCではなくBを代弁しています。", "nameOther"],
  ["a kind of tomorrow", "", "fact"],
])("%s: %s", (kind, why, key) => {
  expect(of(kind, why).key).toBe(key);
});

it("has words for every kind", () => {
  for (const kind of "figure unit date weekday name quote speaker url handle polarity certainty wording".split(" ")) {
    const { key } = of(kind, "");
    expect(ko.editor.problem[key]).toContain("{text}");
    expect(en.editor.problem[key]).toContain("{text}");
  }
});

it("says what the article has instead", () => {
  expect(of("figure", "", "20만 원").instead).toBe("20만 원");
});
