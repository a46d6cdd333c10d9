"use client";

import { useEffect, useRef } from "react";
import type { Demonstration } from "./demonstration";

type Props = { label: string; article: Demonstration["article"]; lit: Set<number>; isTitleLit: boolean };

/** The article in numbered sentences; those that the post rests on are marked and brought into view. */
export function DemoArticle({ label, article, lit, isTitleLit }: Props) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const mark = lit.size || isTitleLit ? box.current?.querySelector<HTMLElement>("[data-lit]") : null;
    if (!mark || !box.current) return;
    // Only this box is scrolled, never the page under the reader's eyes.
    const top = mark.offsetTop - box.current.clientHeight / 3;
    box.current.scrollTo({ top: Math.max(0, top), behavior: "smooth" });
  }, [lit, isTitleLit]);
  return (
    <section
      ref={box}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box has to be reachable by keyboard
      tabIndex={0}
      lang={article.language}
      className="relative max-h-[30rem] overflow-y-auto border-border border-b p-5 lg:border-r lg:border-b-0"
    >
      <h2
        data-lit={isTitleLit || undefined}
        className="-mx-1.5 rounded-md px-1.5 font-bold text-lg leading-snug data-[lit]:bg-mark data-[lit]:text-mark-ink"
      >
        {article.title}
      </h2>
      <p className="mt-1 text-muted text-sm">{[article.site, ...article.authors].filter(Boolean).join(" · ")}</p>
      <ol className="mt-4 flex flex-col gap-1.5 text-[0.94rem] leading-relaxed">
        {article.sentences.map((sentence, index) => (
          <li
            key={sentence.start}
            data-lit={lit.has(index) || undefined}
            className="flex gap-2.5 rounded-md px-1.5 py-0.5 data-[lit]:bg-mark data-[lit]:text-mark-ink"
          >
            <span
              aria-hidden
              className="w-5 shrink-0 pt-[3px] text-right text-muted text-xs tabular-nums [[data-lit]_&]:font-bold [[data-lit]_&]:text-mark-ink"
            >
              {index + 1}
            </span>
            {sentence.text}
          </li>
        ))}
      </ol>
    </section>
  );
}
