"use client";

import { Heart, MessageCircle, Repeat2, Share } from "lucide-react";
import { useTranslations } from "next-intl";
import type { FrameProps } from "./frame";
import { Avatar, Footer } from "./pieces";

/** X, Threads, Bluesky, Mastodon: short posts, tied to one another by a line where there are several. */
export function ThreadFrame(frame: FrameProps) {
  const t = useTranslations("editor");
  const { account, partCount, slot, meter, tools } = frame;
  return (
    <ol className="rounded-2xl border border-border bg-surface">
      {Array.from({ length: partCount }, (_, part) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the thread
        <li key={part} className="relative flex gap-5 border-border border-t px-4 pt-4 pb-3 first:border-t-0">
          {part < partCount - 1 ? (
            <span aria-hidden className="absolute top-16 bottom-[-1rem] left-9 w-0.5 -translate-x-1/2 bg-border" />
          ) : null}
          <Avatar account={account} />
          <div className="min-w-0 flex-1">
            <p className="flex items-baseline gap-1.5 text-[15px]">
              <span className="truncate font-semibold">{account}</span>
              <span className="shrink-0 text-muted text-sm">· {t("now")}</span>
            </p>
            {slot(part, "mt-0.5 text-[15px] leading-[1.65]")}
            <Footer icons={ICONS}>
              {tools(part)}
              {meter(part)}
            </Footer>
          </div>
        </li>
      ))}
    </ol>
  );
}

const ICONS = (
  <>
    <MessageCircle size={16} strokeWidth={1.6} />
    <Repeat2 size={17} strokeWidth={1.6} />
    <Heart size={16} strokeWidth={1.6} />
    <Share size={16} strokeWidth={1.6} />
  </>
);
