"use client";

import { Globe2, MessageSquareText, Share2, ThumbsUp } from "lucide-react";
import { useTranslations } from "next-intl";
import type { FrameProps } from "./frame";
import { Avatar, Footer, ImagePlace } from "./pieces";

/** LinkedIn, Facebook, YouTube: a card of running text, folded after its first lines. */
export function CardFrame({ account, slot, meter }: FrameProps) {
  const t = useTranslations("editor");
  return (
    <article className="rounded-xl border border-border bg-surface">
      <div className="px-5 pt-4 pb-3">
        <div className="flex items-center gap-3">
          <Avatar account={account} />
          <div className="text-sm">
            <p className="font-semibold">{account}</p>
            <p className="flex items-center gap-1 text-muted text-xs">
              {t("now")} · <Globe2 aria-hidden size={12} />
            </p>
          </div>
        </div>
        {slot(0, "mt-3 text-[15px] leading-[1.65]")}
      </div>
      <div className="border-border border-t px-5 pb-3">
        <Footer icons={ICONS}>{meter(0)}</Footer>
      </div>
    </article>
  );
}

/** Instagram, Pinterest, TikTok: a picture, and what is said under it. */
export function PhotoFrame(frame: FrameProps) {
  const { account, slot, meter, needsImage } = frame;
  return (
    <article className="mx-auto w-full max-w-[30rem] overflow-hidden rounded-xl border border-border bg-surface">
      <div className="flex items-center gap-3 px-4 py-2.5">
        <Avatar account={account} />
        <p className="font-semibold text-sm">{account}</p>
      </div>
      <ImagePlace isNeeded={needsImage} className="aspect-[16/10]" />
      <div className="space-y-2 px-6 py-4">
        {frame.has("title") ? (
          <div className="flex items-start gap-3">
            <div className="min-w-0 flex-1">{slot("title", "font-semibold text-base leading-[1.6]")}</div>
            <span className="shrink-0 pt-1">{meter("title")}</span>
          </div>
        ) : null}
        {slot(0, "text-[15px] leading-[1.65]")}
        <Footer>{meter(0)}</Footer>
      </div>
    </article>
  );
}

const ICONS = (
  <>
    <ThumbsUp size={16} strokeWidth={1.6} />
    <MessageSquareText size={16} strokeWidth={1.6} />
    <Share2 size={16} strokeWidth={1.6} />
  </>
);
