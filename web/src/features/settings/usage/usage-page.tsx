"use client";

import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import type { UsageOut } from "@/api/generated";
import { getUsageOptions } from "@/api/generated/@tanstack/react-query.gen";
import { useMay } from "@/api/me";
import { ProblemNotice } from "@/ui/problem-notice";
import { RowsSkeleton } from "@/ui/skeleton";
import { NotAllowed, Section } from "../section";
import { PageHeading } from "../settings-frame";
import { Activity } from "./activity";
import { costOf, shareOf } from "./figures";

export function UsagePage() {
  const t = useTranslations("settings");
  const maySeeActivity = useMay("members:manage");
  const usage = useQuery(getUsageOptions());
  return (
    <>
      <PageHeading>{t("pages.usage")}</PageHeading>
      <Section heading={t("usage.heading")} text={t("usage.text")}>
        {usage.isPending ? <RowsSkeleton rows={1} className="h-20" /> : null}
        {usage.isError ? <ProblemNotice error={usage.error} onRetry={() => void usage.refetch()} /> : null}
        {usage.data ? <Meter usage={usage.data} /> : null}
      </Section>
      <Section heading={t("activity.heading")} text={t("activity.text")}>
        {maySeeActivity === undefined ? <RowsSkeleton /> : null}
        {maySeeActivity === false ? <NotAllowed>{t("activity.onlyAdmins")}</NotAllowed> : null}
        {maySeeActivity ? <Activity /> : null}
      </Section>
    </>
  );
}

function Meter({ usage }: { usage: UsageOut }) {
  const t = useTranslations("settings.usage");
  const format = useFormatter();
  const taken = usage.used + usage.reserved;
  const share = shareOf(taken, usage.limit);
  const colour = share >= 1 ? "bg-bad" : share >= 0.9 ? "bg-warn" : "bg-accent";
  const cost = costOf(usage.entries.items);
  return (
    <div className="flex flex-col gap-2">
      <p className="text-sm">
        <span className="font-bold text-2xl tabular-nums">{format.number(usage.used)}</span>{" "}
        <span className="text-muted">{t("of", { limit: format.number(usage.limit) })}</span>
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: browsers draw their own bar into <meter>, each another one */}
      <div
        role="meter"
        aria-label={t("heading")}
        aria-valuemin={0}
        aria-valuemax={usage.limit}
        aria-valuenow={Math.min(taken, usage.limit)}
        className="h-2 overflow-hidden rounded-full bg-default"
      >
        <div className={`h-full rounded-full ${colour}`} style={{ width: `${Math.min(1, share) * 100}%` }} />
      </div>
      <p className="text-muted text-sm">
        {usage.resets_at
          ? t("resets", { date: format.dateTime(new Date(usage.resets_at), { dateStyle: "long" }) })
          : t("trial")}
        {usage.reserved ? ` ${t("reserved", { count: format.number(usage.reserved) })}` : ""}
      </p>
      {cost > 0 ? (
        <p className="text-muted text-sm">
          {t("cost", { cost: format.number(cost, { style: "currency", currency: "USD", maximumFractionDigits: 4 }) })}
        </p>
      ) : null}
    </div>
  );
}
