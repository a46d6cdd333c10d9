"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { PlatformBadge } from "@/features/platforms/badge";
import { PLATFORM_NAMES } from "@/features/platforms/names";
import type { Language } from "@/i18n/languages";
import { DemoArticle } from "./demo-article";
import { DemoPosts } from "./demo-posts";
import { type Demonstration, fetchDemonstration, headOf, type Receipt, sourcesOf } from "./demonstration";
import type { DemoWords } from "./words";

type Props = { given: Demonstration | null; language: Language; words: DemoWords };

/**
 * The product itself on an article of ours: point at a sentence of a post and see what it rests on. `given` comes with
 * the page when the API had it at hand; else it is asked for.
 */
export function Demo({ given, language, words }: Props) {
  const [shown, setShown] = useState<Demonstration | "failed" | null>(given);
  const [platform, setPlatform] = useState("x");
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const tabs = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (shown !== null) return;
    let isWanted = true;
    fetchDemonstration(language).then(
      (found) => isWanted && setShown(found),
      () => isWanted && setShown("failed"),
    );
    return () => {
      isWanted = false;
    };
  }, [language, shown]);

  const found = shown === "failed" ? null : shown;
  const posts = found?.posts ?? [];
  const post = posts.find((each) => each.platform === platform);
  const lit = useMemo(() => sourcesOf(receipt, found?.article.sentences ?? []), [receipt, found]);

  if (shown === "failed") {
    return (
      <p role="alert" className="p-10 text-center text-muted">
        {words.failed}{" "}
        <button type="button" className="text-accent-text underline underline-offset-4" onClick={() => setShown(null)}>
          {words.retry}
        </button>
      </p>
    );
  }
  if (!found || !post) {
    return (
      <p role="status" className="grid min-h-[30rem] place-items-center text-muted">
        {words.loading}
      </p>
    );
  }

  const move = (step: number) => {
    const index = (posts.indexOf(post) + step + posts.length) % posts.length;
    setPlatform(posts[index]?.platform ?? "x");
    setReceipt(null);
    tabs.current?.querySelectorAll<HTMLElement>("[role=tab]")[index]?.focus();
  };
  return (
    <>
      <div
        ref={tabs}
        role="tablist"
        aria-label={words.posts}
        className="flex gap-1 overflow-x-auto border-border border-b p-2"
      >
        {posts.map(({ platform: id }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`demo-tab-${id}`}
            aria-controls="demo-post"
            aria-selected={id === platform}
            tabIndex={id === platform ? 0 : -1}
            className="flex shrink-0 items-center gap-2 rounded-lg px-3 py-1.5 text-sm aria-selected:bg-default aria-selected:font-medium"
            onClick={() => {
              setPlatform(id);
              setReceipt(null);
            }}
            onKeyDown={(event) => {
              if (event.key === "ArrowRight") move(1);
              if (event.key === "ArrowLeft") move(-1);
            }}
          >
            <PlatformBadge id={id} />
            {PLATFORM_NAMES[id]?.[language]}
          </button>
        ))}
      </div>
      <div className="grid lg:grid-cols-2">
        <DemoArticle
          label={words.article}
          article={found.article}
          lit={lit}
          isTitleLit={receipt !== null && headOf(receipt) === "title"}
        />
        <DemoPosts words={words} post={post} sources={[...lit]} receipt={receipt} onPoint={setReceipt} />
      </div>
    </>
  );
}
