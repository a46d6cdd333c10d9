"use client";

import { Info } from "lucide-react";
import { useTranslations } from "next-intl";
import type { AttemptOut, PostOut } from "@/api/generated";
import { useWriterName } from "./writer-name";

const REASONS = ["unsupported", "invalid", "failed"] as const;
type Reason = (typeof REASONS)[number];

function isReason(outcome: string): outcome is Reason {
  return (REASONS as readonly string[]).includes(outcome);
}

/** The last try of the writer that was asked first, when another one wrote the post; null: nobody stood in. */
export function leftOut({ attempts, writer, edited_at }: PostOut): (AttemptOut & { outcome: Reason }) | null {
  const first = attempts[0];
  // Of a text that somebody has made their own, it no longer matters whose it was.
  if (!first || !writer || first.writer === writer || edited_at !== null) return null;
  const last = attempts.findLast((one) => one.writer === first.writer && isReason(one.outcome));
  return last ? { ...last, outcome: last.outcome as Reason } : null;
}

/** Whoever asked for an AI writer and got the built-in one's text is told, and told why. */
export function StandIn({ post }: { post: PostOut }) {
  const t = useTranslations("editor.standIn");
  const writerName = useWriterName();
  const left = leftOut(post);
  if (!left) return null;
  return (
    <div className="flex items-start gap-1.5 text-muted text-sm">
      <Info aria-hidden size={15} className="mt-1 shrink-0" />
      <div className="min-w-0">
        <p>{t(left.outcome, { left: left.writer, writer: writerName(post.writer) })}</p>
        {left.reason ? (
          <details>
            <summary className="w-fit cursor-pointer py-1 hover:text-foreground">{t("why")}</summary>
            <p className="whitespace-pre-line [overflow-wrap:anywhere]">{left.reason}</p>
          </details>
        ) : null}
      </div>
    </div>
  );
}
