// What the pictures of link previews say: the pages' own sentences, and a stretch of the bundled articles with the post
// that the embedded writer makes of it.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

export const LANGUAGES = ["ko", "en", "ja"];
export const PAGES = ["landing", "pricing"];

const EXAMPLES = {
  ko: {
    site: "가람경제신문",
    part: "2/4",
    sentences: [
      [3, "한국중앙은행 통화정책위원회는 19일 서울 본관에서 정례회의를 열고 이같이 의결했다."],
      [4, "위원 7명 가운데 5명이 인하에 찬성했고, 2명은 동결 의견을 냈다."],
      [5, "기준금리가 연 2.25%까지 내려온 것은 2022년 8월 이후 4년 3개월 만이다."],
    ],
    lit: 4,
    post: [
      "위원 7명 가운데 5명이 인하에 찬성했고, 2명은 동결 의견을 냈다.",
      "기준금리가 연 2.25%까지 내려온 것은 2022년 8월 이후 4년 3개월 만이다.",
    ],
  },
  en: {
    site: "Calder Courier",
    part: "2/4",
    sentences: [
      [
        10,
        "The authority said it had diverted six vessels to ports in the north and expected delays of at least five days.",
      ],
      [11, "Port Calder handled 2.3 million containers last year, or 31% of the country's total."],
      [
        12,
        "Retailers said shelves would stay full for now because most holiday goods had arrived by the end of October.",
      ],
    ],
    lit: 11,
    post: ["Port Calder handled 2.3 million containers last year, or 31% of the country's total."],
    next: [
      "3/4",
      "The dispute centers on Meridian's $620 million plan to replace 22 of the port's 38 cranes with remotely operated ones.",
    ],
  },
  ja: {
    site: "青波新聞",
    part: "2/3",
    sentences: [
      [2, "伸び率は9月の2.3%を下回り、4カ月連続で縮小した。"],
      [3, "生鮮食品を含む総合指数の上昇率は1.9%で、2年7カ月ぶりに2%を下回った。"],
      [4, "天候に恵まれてキャベツが38.2%、レタスが24.6%下落し、全体を押し下げた。"],
    ],
    lit: 3,
    post: [
      "生鮮食品を含む総合指数の上昇率は1.9%で、2年7カ月ぶりに2%を下回った。",
      "天候に恵まれてキャベツが38.2%、レタスが24.6%下落し、全体を押し下げた。",
    ],
  },
};

/** Everything that a picture depends on, so that one that has grown old is found. */
export function wordsOf(page, language) {
  const { site, pricing } = JSON.parse(
    readFileSync(new URL(`../../messages/${language}.json`, import.meta.url), "utf8"),
  );
  if (page === "pricing") {
    const offers = ["trial", "free", "self"].map((key) => [
      pricing[key],
      pricing[`${key}Price`],
      pricing[`${key}Text`],
    ]);
    return { heading: pricing.heading, lead: pricing.lead, offers };
  }
  const { article, posts } = site.demo;
  return { heading: site.heading, proof: site.headingProof, article, posts, example: EXAMPLES[language] };
}

export function sumOf(words) {
  return createHash("sha256").update(JSON.stringify(words)).digest("hex").slice(0, 16);
}
