import type { GetDemonstrationResponse } from "@/api/generated";

export type Demonstration = GetDemonstrationResponse;
export type DemoPost = Demonstration["posts"][number];
export type Receipt = DemoPost["receipts"][number];

/** A stretch of a post's text: the words of one receipt, or what stands between two. */
export type Stretch = { text: string; receipt: Receipt | null };

export async function fetchDemonstration(language: string): Promise<Demonstration> {
  const answer = await fetch(`/api/v1/demonstration?language=${language}`);
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return answer.json();
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
