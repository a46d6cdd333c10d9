import { describe, expect, it } from "vitest";
import { bodyOf, detect, faultOf, LARGEST_FILE_BYTES, MOST_FILES } from "./source";

describe("what is pasted is read as what it is", () => {
  it.each([
    ["https://www.example.com/news/1?id=3#top", "https://www.example.com/news/1?id=3#top"],
    ["  http://news.example.kr/a \n", "http://news.example.kr/a"],
    ["http://127.0.0.1/secret", "http://127.0.0.1/secret"],
    ["www.example.com", "https://www.example.com/"],
    ["n.news.example.kr/mnews/article/901/04", "https://n.news.example.kr/mnews/article/901/04"],
    ["https://뉴스.example.kr/기사/1", "https://xn--vg1b002a.example.kr/%EA%B8%B0%EC%82%AC/1"],
  ])("%s is an address", (written, url) => {
    expect(bodyOf(detect(written))).toMatchObject({ url });
  });

  it.each([
    "한빛시가 내년 3월부터 시내버스 요금을 200원 올린다.",
    "https://www.example.com/news/1 이 기사를 요약해 줘",
    "version 1.2",
    "끝.다음",
    "javascript:alert(1)",
    "3 < 5 그리고 <b>굵게</b> 라고 썼다",
  ])("%s is text", (written) => {
    expect(detect(written).kind).toBe("text");
  });

  it("takes a page's source for HTML", () => {
    expect(detect("<!DOCTYPE html><html><body><p>본문</p></body></html>").kind).toBe("html");
    expect(detect("<article><p>본문</p></article>").kind).toBe("html");
  });

  it("takes a file before what is written", () => {
    const file = new File(["본문"], "기사.hwp");
    expect(detect("https://www.example.com/", [file])).toEqual({ kind: "file", file });
  });
});

it("counts characters as people do, not UTF-16 units", () => {
  expect(detect("😀😀")).toMatchObject({ kind: "text", characters: 2 });
});

it("says before sending what the service would refuse", () => {
  expect(faultOf(detect(" \n"))).toBe("empty");
  expect(faultOf(detect("가".repeat(200_001)))).toBe("textTooLong");
  const large = new File(["x"], "a.pdf");
  Object.defineProperty(large, "size", { value: LARGEST_FILE_BYTES + 1 });
  expect(faultOf(detect("", [large]))).toBe("fileTooLarge");
  expect(faultOf(detect("", [new File([], "a.pdf")]))).toBe("fileEmpty");
  expect(faultOf(detect("https://www.example.com/1"))).toBeNull();
});

it("takes several files for as many articles, and lets none of them go wrong unsaid", () => {
  const files = ["a.txt", "b.txt"].map((name) => new File(["기사"], name));
  expect(detect("", files)).toEqual({ kind: "files", files });
  expect(faultOf(detect("", files))).toBeNull();
  expect(faultOf(detect("", [...files, new File([], "c.txt")]))).toBe("fileEmpty");
  const many = Array.from({ length: MOST_FILES + 1 }, (_, index) => new File(["기사"], `${index}.txt`));
  expect(faultOf(detect("", many))).toBe("tooManyFiles");
});
