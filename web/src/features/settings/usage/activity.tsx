"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type AuditEntryOut, listAuditEntries } from "@/api/generated";
import { listAuditEntriesInfiniteQueryKey, listMembersOptions } from "@/api/generated/@tanstack/react-query.gen";
import { Empty } from "@/ui/empty";
import { Moment } from "@/ui/moment";
import { ProblemNotice } from "@/ui/problem-notice";
import { RowsSkeleton } from "@/ui/skeleton";
import type koreanMessages from "../../../../messages/ko.json";
import { LoadMore } from "../load-more";
import { Rows } from "../section";

type Known = keyof (typeof koreanMessages)["settings"]["activity"]["actions"];

/** Who did what in the workspace, newest first. */
export function Activity() {
  const t = useTranslations("settings.activity");
  const members = useQuery(listMembersOptions());
  const names = new Map(members.data?.items.map((each) => [each.user_id, each.name]));
  const entries = useInfiniteQuery({
    queryKey: listAuditEntriesInfiniteQueryKey(),
    initialPageParam: "",
    queryFn: async ({ pageParam, signal }) =>
      (await listAuditEntries({ query: { cursor: pageParam || undefined }, signal, throwOnError: true })).data,
    getNextPageParam: (last) => last.next_cursor,
  });
  if (entries.isPending) return <RowsSkeleton className="h-9" />;
  const items = entries.data?.pages.flatMap((page) => page.items) ?? [];
  if (entries.isError && !items.length) {
    return <ProblemNotice error={entries.error} onRetry={() => void entries.refetch()} />;
  }
  if (!items.length) return <Empty heading={t("none")} />;
  return (
    <>
      <Rows label={t("heading")}>
        {items.map((each) => (
          <Entry key={each.id} entry={each} names={names} />
        ))}
      </Rows>
      <LoadMore query={entries} />
    </>
  );
}

function Entry({ entry, names }: { entry: AuditEntryOut; names: ReadonlyMap<string, string> }) {
  const t = useTranslations("settings.activity");
  const key = `actions.${entry.action as Known}` as const;
  const who = (entry.user_id && names.get(entry.user_id)) ?? t("somebody");
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 border-border border-b px-4 py-2 text-sm last:border-b-0">
      <span className="min-w-0 flex-1">
        {t.has(key) ? t(key) : entry.action.replaceAll("_", " ")}
        <span className="ml-2 text-muted">
          {who}
          {entry.api_key_id ? ` · ${t("byKey")}` : ""}
        </span>
      </span>
      <Moment at={entry.created_at} className="text-muted text-xs" />
    </li>
  );
}
