"use client";

import { BadgeCheck, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import type { PostOut } from "@/api/generated";
import { isThere } from "./post-state";
import type { ConversionActions } from "./use-conversion-actions";

export type Side = "article" | "posts";

const SIDES: readonly Side[] = ["article", "posts"];

/** Where there is no room for both: the article or the posts. */
export function SideSwitch({ side, onChange }: { side: Side; onChange: (side: Side) => void }) {
  const t = useTranslations("converter");
  return (
    <div className="sticky top-14 z-20 grid grid-cols-2 gap-1 border-border border-b bg-background p-1.5 lg:hidden">
      {SIDES.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={side === each}
          onClick={() => onChange(each)}
          className="h-9 rounded-lg text-muted text-sm aria-pressed:bg-default aria-pressed:font-semibold aria-pressed:text-foreground"
        >
          {t(each === "article" ? "source" : "posts")}
        </button>
      ))}
    </div>
  );
}

/** What is done most with a post, in reach of the thumb. */
export function PostBar({ post, actions }: { post: PostOut; actions: ConversionActions }) {
  const t = useTranslations("converter.actions");
  if (!isThere(post)) return null;
  const isApproved = post.status === "approved";
  return (
    <div className="sticky bottom-0 z-20 flex gap-2 border-border border-t bg-background p-2.5 lg:hidden">
      <button
        type="button"
        onClick={() => actions.copy(post)}
        className="flex h-11 flex-1 items-center justify-center gap-2 rounded-xl border border-[var(--field-border)] font-medium"
      >
        <Copy size={17} aria-hidden />
        {t("copy")}
      </button>
      {actions.canApprove ? (
        <button
          type="button"
          disabled={isApproved || actions.isBusy || (post.status !== "clean" && post.status !== "review")}
          onClick={() => actions.approveOne(post)}
          className="flex h-11 flex-1 items-center justify-center gap-2 rounded-xl bg-accent font-semibold text-accent-foreground disabled:opacity-50"
        >
          <BadgeCheck size={17} aria-hidden />
          {t(isApproved ? "approved" : "approve")}
        </button>
      ) : null}
    </div>
  );
}
