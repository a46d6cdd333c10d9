"use client";

import { useMemo } from "react";
import type { ReceiptOut } from "@/api/generated";
import { isLit, type Span, shownSpans, useHighlight } from "@/features/converter/highlight";
import type { Placed, Placing } from "./placing";

/** Where in the article the sentence comes from. */
export function sourcesOf(receipt: ReceiptOut): Span[] {
  return shownSpans(receipt.spans);
}

export interface Sentences {
  /** Light up where the sentence comes from; null puts it out. */
  point(placed: Placed | null): void;
  pin(placed: Placed | null): void;
  isLit(placed: Placed): boolean;
  isPinned(placed: Placed): boolean;
}

/** The sentences of one text and what of the article is lit up, in both directions. */
export function useSentences(placing: Placing, origin: string): Sentences {
  const highlight = useHighlight();
  return useMemo(() => {
    const nameOf = (placed: Placed) => `${origin}:${placed.index}`;
    const isOurs = highlight.origin.startsWith("post:");
    return {
      point(placed) {
        if (placed === null) for (const one of placing.placed) highlight.clear(nameOf(one));
        else if (highlight.origin !== nameOf(placed)) highlight.show(sourcesOf(placed.receipt), nameOf(placed));
      },
      pin: (placed) => placed && highlight.pin(sourcesOf(placed.receipt), nameOf(placed)),
      isLit: (placed) =>
        isOurs ? highlight.origin === nameOf(placed) : isLit(sourcesOf(placed.receipt), highlight.lit),
      isPinned: (placed) => highlight.pinned && highlight.origin === nameOf(placed),
    };
  }, [highlight, placing, origin]);
}
