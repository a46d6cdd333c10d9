"use client";

import { CircleSlash, CircleX, FileQuestion } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ConversionOut, PostOut } from "@/api/generated";
import type { ApiProblem } from "@/api/problem";
import { Link } from "@/i18n/navigation";
import { ConverterProblem, useArticleWords } from "./converter-problem";
import type { ConversionActions } from "./use-conversion-actions";

const PLAIN = "h-9 rounded-lg border border-[var(--field-border)] px-3.5 font-medium text-sm hover:bg-default";
const MAIN =
  "h-9 rounded-lg bg-accent px-3.5 font-semibold text-accent-foreground text-sm hover:bg-[var(--accent-hover)]";

/** Why there are no posts, or not all, and what to do now. */
export function EndNotice({ conversion, actions }: { conversion: ConversionOut; actions: ConversionActions }) {
  const t = useTranslations("converter.end");
  const words = useArticleWords();
  const { status, error } = conversion;
  if (status !== "failed" && status !== "cancelled") return null;
  const ours = error ? words(error.code) : null;
  const isFailed = status === "failed";
  const Icon = isFailed ? CircleX : CircleSlash;
  return (
    <section role={isFailed ? "alert" : undefined} className="m-4 rounded-xl border border-border bg-surface p-4">
      <h2 className="flex items-center gap-2 font-semibold">
        <Icon size={18} aria-hidden className={isFailed ? "text-bad" : "text-muted"} />
        {isFailed ? (ours?.message ?? error?.message ?? t("failed")) : t("cancelled")}
      </h2>
      <p className="mt-1 text-muted text-sm">{isFailed ? (ours?.remedy ?? error?.remedy) : t("cancelledText")}</p>
      {isFailed && error && !ours ? <p className="mt-1 font-mono text-muted text-xs">{error.code}</p> : null}
      {actions.canConvert ? (
        <div className="mt-3 flex flex-wrap gap-2">
          <button type="button" className={MAIN} disabled={actions.isBusy} onClick={() => actions.retry(conversion)}>
            {t("retry")}
          </button>
          <button type="button" className={PLAIN} onClick={() => actions.duplicate(conversion)}>
            {t("edit")}
          </button>
        </div>
      ) : null}
    </section>
  );
}

/** A conversion that cannot be shown at all. */
export function NoConversion({ problem, onRetry }: { problem: ApiProblem; onRetry: () => void }) {
  const t = useTranslations("converter.none");
  if (problem.status !== 404 && problem.status !== 422) {
    return (
      <Middle>
        <h1 className="sr-only">{t("loadFailed")}</h1>
        <ConverterProblem error={problem} onRetry={onRetry} />
      </Middle>
    );
  }
  return (
    <Middle>
      <FileQuestion size={28} aria-hidden className="text-muted" />
      <h1 className="mt-3 font-semibold text-lg">{t("heading")}</h1>
      <p className="mt-1 text-muted text-sm leading-6">{t("text")}</p>
      <p className="mt-4 flex gap-4 text-sm">
        <Link href="/app/history" className="inline-block min-h-6 text-accent-text underline underline-offset-4">
          {t("history")}
        </Link>
        <Link href="/app" className="inline-block min-h-6 text-accent-text underline underline-offset-4">
          {t("new")}
        </Link>
      </p>
    </Middle>
  );
}

function Middle({ children }: { children: ReactNode }) {
  return <div className="mx-auto w-full max-w-md px-4 py-24">{children}</div>;
}

/** The place of a post that is not there (yet). */
export function NoPost({ post, status }: { post: PostOut; status: ConversionOut["status"] }) {
  const t = useTranslations("converter.noPost");
  if (post.error || post.status === "failed") {
    return (
      <div className="p-5">
        <h2 className="flex items-center gap-2 font-semibold">
          <CircleX size={18} aria-hidden className="text-bad" />
          {t("failed")}
        </h2>
        <p className="mt-1 text-sm">{post.error?.message ?? post.why}</p>
        {post.error?.remedy ? <p className="mt-1 text-muted text-sm">{post.error.remedy}</p> : null}
      </div>
    );
  }
  if (status !== "queued" && status !== "running") return <p className="p-5 text-muted text-sm">{t("missing")}</p>;
  return (
    <div className="p-5">
      <p className="text-muted text-sm">{t(status === "queued" ? "waiting" : "writing")}</p>
      <Lines className="mt-4" />
    </div>
  );
}

const WIDTHS = ["w-11/12", "w-full", "w-4/5", "w-full", "w-2/3"];

export function Lines({ className = "" }: { className?: string }) {
  return (
    <div aria-hidden className={`flex animate-pulse flex-col gap-3 ${className}`}>
      {WIDTHS.map((width, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: never changes
        <div key={place} className={`h-3.5 rounded bg-default ${width}`} />
      ))}
    </div>
  );
}
