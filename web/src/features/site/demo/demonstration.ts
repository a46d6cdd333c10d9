import type { GetDemonstrationResponse } from "@/api/generated";

type Whole = GetDemonstrationResponse;
type WholePost = Whole["posts"][number];

export type Receipt = {
  part: number | null;
  start: number;
  end: number;
  spans: Pick<WholePost["receipts"][number]["spans"][number], "field" | "start" | "end">[];
};
export type DemoPost = Pick<WholePost, "platform" | "fields"> & { parts: { text: string }[]; receipts: Receipt[] };
export type Demonstration = {
  article: Pick<Whole["article"], "title" | "site" | "authors" | "language" | "sentences">;
  posts: DemoPost[];
};

/** The platforms that the landing page shows, in this order. */
const SHOWN = ["x", "instagram", "linkedin", "threads", "kakao", "sms", "newsletter", "naver_blog"];

/** A stretch of a post's text: the words of one receipt, or what stands between two. */
export type Stretch = { text: string; receipt: Receipt | null };

export function demonstrationPath(language: string): string {
  return `/api/v1/demonstration?language=${language}`;
}

/** Only what the page shows: a tenth of what the API tells. */
export function trimmed({ article, posts }: Whole): Demonstration {
  const { title, site, authors, language, sentences } = article;
  const chosen = SHOWN.map((id) => posts.find((post) => post.platform === id)).filter((post) => post !== undefined);
  return {
    article: { title, site, authors, language, sentences },
    posts: chosen.map(({ platform, fields, parts, receipts }) => ({
      platform,
      fields: { ...fields, html: null },
      parts: parts.map(({ text }) => ({ text })),
      receipts: receipts.map(({ part, start, end, spans }) => ({
        part,
        start,
        end,
        spans: spans.map((span) => ({ field: span.field, start: span.start, end: span.end })),
      })),
    })),
  };
}

export async function fetchDemonstration(language: string): Promise<Demonstration> {
  const answer = await fetch(demonstrationPath(language), { headers: { "Accept-Language": language } });
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return trimmed(await answer.json());
}

/** Cut the text of a part at its receipts. Offsets of the API are code points, those of a string UTF-16 units. */
export function stretchesOf(text: string, receipts: Receipt[]): Stretch[] {
  const points = [...text];
  const found: Stretch[] = [];
  let at = 0;
  for (const receipt of [...receipts].sort((a, b) => a.start - b.start)) {
    if (receipt.start < at) continue;
    if (receipt.start > at) found.push({ text: points.slice(at, receipt.start).join(""), receipt: null });
    found.push({ text: points.slice(receipt.start, receipt.end).join(""), receipt });
    at = receipt.end;
  }
  if (at < points.length) found.push({ text: points.slice(at).join(""), receipt: null });
  return found;
}

/** What a receipt rests on where it is no sentence: the title, what stands around the text, or words of ours. */
export function headOf(receipt: Receipt): "title" | "head" | "house" {
  const fields = receipt.spans.map((span) => span.field);
  if (fields.includes("title")) return "title";
  return fields.some((field) => field !== "house") ? "head" : "house";
}

/** Which sentences of the article (from 0) a receipt rests on. */
export function sourcesOf(receipt: Receipt | null, sentences: Demonstration["article"]["sentences"]): Set<number> {
  const lit = new Set<number>();
  for (const span of receipt?.spans ?? []) {
    if (span.field !== "text") continue;
    sentences.forEach((sentence, index) => {
      if (sentence.start < span.end && span.start < sentence.end) lit.add(index);
    });
  }
  return lit;
}
