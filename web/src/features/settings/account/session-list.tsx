"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Laptop, Terminal } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { SessionOut } from "@/api/generated";
import {
  endSessionMutation,
  listSessionsOptions,
  listSessionsQueryKey,
  signOutEverywhereMutation,
} from "@/api/generated/@tanstack/react-query.gen";
import { leaveToSignIn } from "@/features/work/leaving";
import { Button } from "@/ui/button";
import { Moment } from "@/ui/moment";
import { ProblemNotice } from "@/ui/problem-notice";
import { RowsSkeleton } from "@/ui/skeleton";
import { Row, Rows } from "../section";
import { deviceOf } from "./device";

export function SessionList() {
  const t = useTranslations("settings");
  const language = useLocale();
  const sessions = useQuery(listSessionsOptions());
  const everywhere = useMutation({ ...signOutEverywhereMutation(), onSuccess: () => leaveToSignIn(language) });
  if (sessions.isPending) return <RowsSkeleton rows={2} />;
  if (sessions.isError) return <ProblemNotice error={sessions.error} onRetry={() => void sessions.refetch()} />;
  return (
    <>
      <Rows label={t("sessions")}>
        {sessions.data.items.map((each) => (
          <SessionRow key={each.id} session={each} />
        ))}
      </Rows>
      <ProblemNotice error={everywhere.error} />
      <Button
        variant="plain"
        className="self-start"
        isPending={everywhere.isPending || everywhere.isSuccess}
        onPress={() => everywhere.mutate({})}
      >
        {t("signOutEverywhere")}
      </Button>
    </>
  );
}

function SessionRow({ session }: { session: SessionOut }) {
  const t = useTranslations("settings");
  const client = useQueryClient();
  const end = useMutation({
    ...endSessionMutation(),
    onSettled: () => client.invalidateQueries({ queryKey: listSessionsQueryKey() }),
  });
  const Icon = session.kind === "browser" ? Laptop : Terminal;
  const device = deviceOf(session.user_agent) || t(`sessionKinds.${session.kind}`);
  return (
    <Row>
      <Icon size={18} aria-hidden className="text-muted" />
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium text-sm">
          {device}
          {session.is_current ? <span className="ml-2 font-normal text-good">{t("thisDevice")}</span> : null}
        </p>
        <p className="text-muted text-xs">
          {session.ip} · {t("lastUsed")} <Moment at={session.last_used_at} />
        </p>
      </div>
      {session.is_current ? null : (
        <Button
          size="small"
          variant="quiet"
          isPending={end.isPending}
          aria-label={t("endSessionOf", { device })}
          onPress={() => end.mutate({ path: { session_id: session.id } })}
        >
          {t("endSession")}
        </Button>
      )}
      {end.error ? (
        <div className="w-full">
          <ProblemNotice error={end.error} />
        </div>
      ) : null}
    </Row>
  );
}
