// @vitest-environment node
import { describe, expect, it } from "vitest";
import { recordOf } from "../golden";
import { measureText } from "../measure";
import { rejectedFrom } from "../overflow";
import type { Thread } from "./furniture";
import { addPart, bodyLength, cutPart, joinParts, movePart, removePart, renumber, splitOverflow } from "./parts";

const X = recordOf("x");
const LINK = "https://example.com/a";
const THREAD: Thread = {
  parts: ["하나\n\n(AI 생성)\n\n1/3", "둘\n\n2/3", `셋\n\n${LINK}\n\n#버스 #요금\n\n3/3`],
  hashtags: ["버스", "요금"],
  link: LINK,
  disclosure: "(AI 생성)",
};
const CLOSING = `${LINK}\n\n#버스 #요금`;

function withParts(...parts: string[]): Thread {
  return { ...THREAD, parts };
}

describe("a thread that is changed", () => {
  it("is written as it was when nothing changes", () => {
    expect(renumber(THREAD, X)).toEqual(THREAD.parts);
  });

  it("is numbered anew with a part more", () => {
    expect(addPart(THREAD, 0, X, "새 글")).toEqual([
      "하나\n\n(AI 생성)\n\n1/4",
      "새 글\n\n2/4",
      "둘\n\n3/4",
      `셋\n\n${CLOSING}\n\n4/4`,
    ]);
  });

  it("has the disclosure in the first part and link and tags in the last, wherever one is added", () => {
    expect(addPart(THREAD, -1, X, "앞")[0]).toBe("앞\n\n(AI 생성)\n\n1/4");
    expect(addPart(THREAD, 2, X, "뒤").slice(2)).toEqual(["셋\n\n3/4", `뒤\n\n${CLOSING}\n\n4/4`]);
  });

  it.each([
    [0, ["둘\n\n(AI 생성)\n\n1/2", `셋\n\n${CLOSING}\n\n2/2`]],
    [2, ["하나\n\n(AI 생성)\n\n1/2", `둘\n\n${CLOSING}\n\n2/2`]],
    [7, THREAD.parts],
  ])("keeps link, tags and disclosure when part %i goes", (index, parts) => {
    expect(removePart(THREAD, index, X)).toEqual(parts);
  });

  it("is not numbered when one part is left, and never without a part", () => {
    const one = withParts(...removePart(withParts("하나\n\n1/2", "둘\n\n2/2"), 1, X));
    expect(one.parts).toEqual(["하나"]);
    expect(removePart(one, 0, X)).toEqual([""]);
  });

  it("does not bring back what a person took out", () => {
    expect(addPart(withParts("하나\n\n1/2", "둘\n\n2/2"), 1, X, "셋")).toEqual([
      "하나\n\n1/3",
      "둘\n\n2/3",
      "셋\n\n3/3",
    ]);
  });

  it("can be cut at the caret and joined again", () => {
    const cut = cutPart(withParts("가나 다라\n\n1/2", "둘\n\n2/2"), 0, 2, X);
    expect(cut).toEqual(["가나\n\n1/3", "다라\n\n2/3", "둘\n\n3/3"]);
    expect(joinParts(withParts(...cut), 0, X)).toEqual(["가나\n\n다라\n\n1/2", "둘\n\n2/2"]);
    expect(joinParts(withParts(...cut), 2, X)).toEqual(cut);
  });

  it("can be put into another order", () => {
    expect(movePart(THREAD, 2, -2, X)).toEqual(["셋\n\n(AI 생성)\n\n1/3", "하나\n\n2/3", `둘\n\n${CLOSING}\n\n3/3`]);
    expect(movePart(THREAD, 0, -1, X)).toEqual(THREAD.parts);
  });

  it("tells a part's own text from the house's", () => {
    expect(bodyLength(THREAD, 2, X)).toBe(1);
    expect(bodyLength(withParts("끝 2/2", "2/2"), 0, X)).toBe(5);
  });
});

describe("a part that is too long", () => {
  const sentence = "한빛시가 내년 3월부터 시내버스 요금을 1,500원에서 1,700원으로 올린다고 밝혔다.";

  it("is cut between sentences, and each part fits with its number", () => {
    const text = Array.from({ length: 40 }, () => sentence).join(" ");
    const parts = splitOverflow(withParts(`${text}\n\n${CLOSING}`), X);
    expect(parts.length).toBeGreaterThan(9);
    for (const part of parts) {
      expect(rejectedFrom(part, X)).toBeNull();
      expect(part).toMatch(/^한빛시가 [\s\S]*밝혔다\./);
    }
    expect(parts.at(-1)).toContain(CLOSING);
    expect(parts.join(" ").match(/밝혔다/g)).toHaveLength(40);
  });

  it("is never cut inside an address, a tag or a mention", () => {
    const words = ["https://example.com/news/2026", "#버스요금인상", "@hanbit_news", "naver.com"];
    const text = "가".repeat(100);
    for (let pad = 0; pad < 40; pad++) {
      const given = `${text}${"나".repeat(pad)} ${words.join(" ")} ${text}`;
      const all = splitOverflow(withParts(given), X).join("\n");
      for (const word of words) expect(all).toContain(word);
    }
  });

  it("keeps a word that has no border and is longer than a part cut between characters", () => {
    const parts = splitOverflow(withParts("👨‍👩‍👧‍👦".repeat(200)), X);
    expect(parts.every((part) => measureText(part, X) <= 280)).toBe(true);
    expect(parts.join("").match(/👨‍👩‍👧‍👦/gu)).toHaveLength(200);
  });

  it("stays where a platform has no threads", () => {
    const long = "가".repeat(300);
    expect(splitOverflow({ ...withParts(long), link: null }, recordOf("kakao"))).toEqual([long]);
  });

  it("is not cut into more parts than the platform has", () => {
    const text = Array.from({ length: 200 }, () => sentence).join(" ");
    expect(splitOverflow(withParts(text), X)).toHaveLength(25);
  });
});
