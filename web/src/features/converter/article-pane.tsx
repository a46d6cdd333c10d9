"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { ArticleOfConversion, PostOut, SentenceOut } from "@/api/generated";
import { isLit, type Span, shownSpans, useHighlight } from "./highlight";

type Props = { article: ArticleOfConversion; post: PostOut | null };

/** The article as numbered sentences; those that the open post rests on are marked, those pointed at light up. */
export function ArticlePane({ article, post }: Props) {
  const t = useTranslations("converter.article");
  return (
    <article lang={article.language} className="px-5 py-5 lg:px-7">
      <Heading article={article} />
      <Sentences article={article} used={post ? sourcesOf(post) : []} />
      {article.left_out.length ? (
        <details className="mt-6 border-border border-t pt-3 text-sm">
          <summary className="min-h-6 cursor-pointer text-muted" lang={undefined}>
            {t("leftOut", { count: article.left_out.length })}
          </summary>
          <ul className="mt-2 flex flex-col gap-2">
            {article.left_out.map(({ text, reason }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
              <li key={place} className="text-muted leading-6">
                <span className="mr-2 rounded bg-default px-1.5 py-0.5 text-xs">
                  {t.has(`reasons.${reason as "caption"}`) ? t(`reasons.${reason as "caption"}`) : reason}
                </span>
                {text}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </article>
  );
}

export function sourcesOf(post: PostOut): Span[] {
  return post.receipts.flatMap((receipt) => shownSpans(receipt.spans));
}

function Heading({ article }: { article: ArticleOfConversion }) {
  const format = useFormatter();
  const t = useTranslations("converter.article");
  const date = article.published_at ? format.dateTime(new Date(article.published_at), { dateStyle: "long" }) : "";
  const { lit, origin } = useHighlight();
  const title = useRef<HTMLHeadingElement>(null);
  const isTitleLit = lit.some((span) => span.field === "title");
  useEffect(() => {
    if (isTitleLit && !origin.startsWith("article:")) title.current?.scrollIntoView({ block: "nearest" });
  }, [isTitleLit, origin]);
  const meta = [article.site, article.authors.join(", "), date].filter(Boolean);
  return (
    <header className="mb-4">
      <h2
        ref={title}
        data-lit={isTitleLit || undefined}
        className="-mx-2 scroll-my-24 rounded-lg px-2 font-bold text-xl leading-8 tracking-tight data-lit:bg-mark data-lit:text-mark-ink"
      >
        {article.title}
      </h2>
      {article.deck ? <p className="mt-1.5 whitespace-pre-line text-muted leading-6">{article.deck}</p> : null}
      <p className="mt-2 flex flex-wrap gap-x-2 text-muted text-sm">
        {meta.map((each) => (
          <span key={each}>{each}</span>
        ))}
        {article.url ? (
          <a
            href={article.url}
            target="_blank"
            rel="noreferrer"
            className="inline-block min-h-6 text-accent-text underline underline-offset-4"
          >
            {t("open")}
          </a>
        ) : null}
      </p>
    </header>
  );
}

function Sentences({ article, used }: { article: ArticleOfConversion; used: readonly Span[] }) {
  const t = useTranslations("converter.article");
  const { lit, pinned, origin } = useHighlight();
  const list = useRef<HTMLOListElement>(null);
  const [current, setCurrent] = useState(0);
  const letters = [...article.text];

  useEffect(() => {
    if (!lit.length || origin.startsWith("article:")) return;
    list.current?.querySelector('[data-lit="true"]')?.scrollIntoView({ block: "nearest" });
  }, [lit, origin]);

  const go = (to: number) => {
    const place = Math.max(0, Math.min(article.sentences.length - 1, to));
    setCurrent(place);
    list.current?.querySelectorAll<HTMLElement>("button")[place]?.focus();
  };
  return (
    <>
      <p className="sr-only">{t("hint")}</p>
      <ol
        ref={list}
        className="-mx-2"
        onKeyDown={(event) => {
          const to = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: Number.MAX_SAFE_INTEGER }[event.key];
          if (to === undefined) return;
          event.preventDefault();
          go(to);
        }}
      >
        {article.sentences.map((sentence, place) => (
          <Sentence
            key={sentence.start}
            number={place + 1}
            sentence={sentence}
            isLit={isLit([sentence], lit)}
            isPinned={pinned && origin === `article:${place + 1}`}
            isUsed={isLit([sentence], used)}
            isStop={place === Math.min(current, article.sentences.length - 1)}
            opensParagraph={
              place > 0 && letters.slice(article.sentences[place - 1]?.end, sentence.start).includes("\n")
            }
            onFocus={() => setCurrent(place)}
          />
        ))}
      </ol>
    </>
  );
}

type SentenceProps = {
  number: number;
  sentence: SentenceOut;
  isLit: boolean;
  isPinned: boolean;
  isUsed: boolean;
  isStop: boolean;
  opensParagraph: boolean;
  onFocus: () => void;
};

function Sentence({ number, sentence, isLit, isPinned, isUsed, isStop, opensParagraph, onFocus }: SentenceProps) {
  const t = useTranslations("converter.article");
  const { show, clear, pin } = useHighlight();
  const origin = `article:${number}`;
  const span = { start: sentence.start, end: sentence.end };
  return (
    <li className={opensParagraph ? "mt-3" : ""}>
      <button
        type="button"
        tabIndex={isStop ? 0 : -1}
        data-lit={isLit || undefined}
        data-used={isUsed || undefined}
        aria-pressed={isPinned}
        onMouseEnter={() => show([span], origin)}
        onMouseLeave={() => clear(origin)}
        onFocus={() => {
          onFocus();
          show([span], origin);
        }}
        onBlur={() => clear(origin)}
        onClick={() => pin([span], origin)}
        className="group flex w-full scroll-my-24 gap-2.5 rounded-lg px-2 py-1 text-left leading-7 hover:bg-default data-lit:bg-mark data-lit:text-mark-ink data-lit:hover:bg-mark"
      >
        <span
          aria-hidden
          className="mt-1 grid h-5 min-w-6 shrink-0 place-items-center rounded-md px-1 text-muted text-xs tabular-nums group-data-lit:bg-mark-ink group-data-lit:font-bold group-data-lit:text-mark group-data-used:font-bold group-data-used:text-accent-text group-data-used:underline group-data-used:decoration-2 group-data-used:underline-offset-4 group-data-lit:group-data-used:text-mark group-data-lit:group-data-used:no-underline"
        >
          {number}
        </span>
        <span>
          <span className="sr-only">{isUsed ? t("usedNumber", { number }) : t("number", { number })} </span>
          {sentence.text}
        </span>
      </button>
    </li>
  );
}
