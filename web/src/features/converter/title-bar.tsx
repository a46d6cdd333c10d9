"use client";

import { BadgeCheck, Copy, CopyPlus, RotateCcw, Square } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ConversionOut } from "@/api/generated";
import { BAR_BUTTON, MAIN_BAR_BUTTON } from "./bar-button";
import { ExportMenu } from "./export-menu";
import { isCleanAndOpen, isThere } from "./post-state";
import { hasEnded } from "./progress";
import type { ConversionActions } from "./use-conversion-actions";

type Props = { conversion: ConversionOut; actions: ConversionActions; onProblem: (error: unknown) => void };

/** The conversion's title, how it stands, and what can be done with all of it. */
export function TitleBar({ conversion, actions, onProblem }: Props) {
  const t = useTranslations("converter");
  const { posts } = conversion;
  const clean = posts.filter(isCleanAndOpen);
  const there = posts.filter(isThere);
  const hasGaps = conversion.status === "succeeded" && there.length < posts.length;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-border border-b px-4 py-2">
      <div className="min-w-0 flex-1 basis-64">
        <h1 className="truncate font-semibold text-[15px] leading-6">
          {conversion.title || sourceName(conversion) || t("untitled")}
        </h1>
        <Standing conversion={conversion} />
      </div>
      <div className="flex flex-wrap items-center gap-0.5">
        {hasEnded(conversion) || !actions.canConvert ? null : (
          <button
            type="button"
            className={BAR_BUTTON}
            disabled={actions.isBusy}
            onClick={() => actions.cancel(conversion)}
          >
            <Square size={14} aria-hidden />
            {t("actions.cancel")}
          </button>
        )}
        {hasGaps && actions.canConvert ? (
          <button
            type="button"
            className={BAR_BUTTON}
            disabled={actions.isBusy}
            onClick={() => actions.retry(conversion)}
          >
            <RotateCcw size={16} aria-hidden />
            {t("actions.retry")}
          </button>
        ) : null}
        {actions.canConvert ? (
          <button
            type="button"
            className={BAR_BUTTON}
            title={t("actions.duplicateHint")}
            onClick={() => actions.duplicate(conversion)}
          >
            <CopyPlus size={16} aria-hidden />
            <span className="max-sm:sr-only">{t("actions.duplicate")}</span>
          </button>
        ) : null}
        <button
          type="button"
          className={BAR_BUTTON}
          disabled={!there.length}
          onClick={() => actions.copyAll(conversion)}
        >
          <Copy size={16} aria-hidden />
          <span className="max-sm:sr-only">{t("actions.copyAll")}</span>
        </button>
        {there.length ? (
          <ExportMenu
            conversionId={conversion.id}
            hasApproved={posts.some((post) => post.status === "approved")}
            onProblem={onProblem}
          />
        ) : null}
        {actions.canApprove && clean.length ? (
          <button
            type="button"
            disabled={actions.isBusy}
            onClick={() => actions.approve(clean)}
            className={`${MAIN_BAR_BUTTON} ml-1`}
          >
            <BadgeCheck size={16} aria-hidden />
            {t("actions.approveClean", { count: clean.length })}
          </button>
        ) : null}
      </div>
    </div>
  );
}

function sourceName({ source }: ConversionOut): string {
  return source.url ?? source.name;
}

function Standing({ conversion }: { conversion: ConversionOut }) {
  const t = useTranslations("converter");
  const format = useFormatter();
  const { posts, started_at: from, finished_at: until } = conversion;
  const there = posts.filter(isThere).length;
  const approved = posts.filter((post) => post.status === "approved").length;
  const seconds = from && until ? (Date.parse(until) - Date.parse(from)) / 1000 : null;
  const facts = [
    t(`status.${conversion.status}`),
    t("ready", { count: there, total: posts.length }),
    ...(approved ? [t("approvedCount", { count: approved })] : []),
    ...(seconds !== null && seconds >= 0 && conversion.status === "succeeded"
      ? [t("took", { seconds: format.number(seconds, { maximumFractionDigits: 1 }) })]
      : []),
  ];
  return (
    <p role="status" className="truncate text-muted text-xs leading-5">
      {facts.join(" · ")}
    </p>
  );
}
