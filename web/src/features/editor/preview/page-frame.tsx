"use client";

import { useTranslations } from "next-intl";
import type { FrameProps } from "./frame";
import { Avatar, Field, Footer } from "./pieces";

/** A letter in a reader's mailbox: subject and preheader as the list shows them, then the letter. */
export function LetterFrame(frame: FrameProps) {
  const t = useTranslations("editor");
  const { account, slot, meter } = frame;
  return (
    <article className="overflow-hidden rounded-xl border border-border bg-surface">
      <header className="flex gap-3 border-border border-b px-5 py-4">
        <Avatar account={account} />
        <div className="min-w-0 flex-1">
          <p className="flex items-baseline justify-between gap-3 text-sm">
            <span className="font-semibold">{account}</span>
            <span className="text-muted text-xs">{t("now")}</span>
          </p>
          <div className="mt-1 ml-2 space-y-0.5">
            <Field frame={frame} field="subject" className="font-semibold text-[15px] leading-[1.6]" />
            <Field frame={frame} field="preheader" className="text-muted text-sm leading-[1.72]" />
          </div>
        </div>
      </header>
      <div className="mx-auto max-w-[38rem] px-6 py-6 sm:px-8 sm:py-7">
        {slot(0, "text-base leading-[1.8]")}
        <Footer>{meter(0)}</Footer>
      </div>
    </article>
  );
}

/** A blog entry, a Markdown file, an item of a feed: a title over running text. */
export function PageFrame(frame: FrameProps) {
  const { platformId, account, slot, meter } = frame;
  const font = platformId === "markdown" ? "font-mono text-sm leading-[1.75]" : "text-base leading-[1.85]";
  return (
    <article className="rounded-xl border border-border bg-surface px-6 py-6 sm:px-8 sm:py-7">
      <Field frame={frame} field="title" className="font-bold text-2xl leading-[1.45]" />
      <p className="mt-2 mb-5 border-border border-b pb-4 text-muted text-sm">{account}</p>
      {slot(0, font)}
      <Footer>{meter(0)}</Footer>
    </article>
  );
}
