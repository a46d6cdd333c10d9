"use client";

import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { type ApiKeyOut, listApiKeys } from "@/api/generated";
import { listApiKeysInfiniteQueryKey, revokeApiKeyMutation } from "@/api/generated/@tanstack/react-query.gen";
import { useMay } from "@/api/me";
import { Button } from "@/ui/button";
import { Empty } from "@/ui/empty";
import { Moment } from "@/ui/moment";
import { ProblemNotice } from "@/ui/problem-notice";
import { RowsSkeleton } from "@/ui/skeleton";
import { Confirm } from "../confirm";
import { LoadMore } from "../load-more";
import { NotAllowed, Row, Rows, Section } from "../section";
import { PageHeading } from "../settings-frame";
import { stateOf } from "./expiry";
import { API_KEYS, NewKey } from "./new-key";

export function KeysPage() {
  const t = useTranslations("settings");
  const may = useMay("keys:manage");
  return (
    <>
      <PageHeading text={t("key.lead")}>{t("pages.keys")}</PageHeading>
      {may === undefined ? <RowsSkeleton /> : null}
      {may === false ? (
        <div className="mt-5">
          <NotAllowed>{t("onlyAdmins")}</NotAllowed>
        </div>
      ) : null}
      {may ? (
        <>
          <Section heading={t("key.new")} text={t("key.newText")}>
            <NewKey />
          </Section>
          <Section heading={t("key.list")}>
            <KeyList />
          </Section>
        </>
      ) : null}
    </>
  );
}

function KeyList() {
  const t = useTranslations("settings");
  const keys = useInfiniteQuery({
    queryKey: listApiKeysInfiniteQueryKey(),
    initialPageParam: "",
    queryFn: async ({ pageParam, signal }) =>
      (await listApiKeys({ query: { cursor: pageParam || undefined }, signal, throwOnError: true })).data,
    getNextPageParam: (last) => last.next_cursor,
  });
  if (keys.isPending) return <RowsSkeleton rows={2} />;
  const items = keys.data?.pages.flatMap((page) => page.items) ?? [];
  if (keys.isError && !items.length) {
    return <ProblemNotice error={keys.error} onRetry={() => void keys.refetch()} />;
  }
  if (!items.length) return <Empty heading={t("key.none")} text={t("key.noneText")} />;
  return (
    <>
      <Rows label={t("key.list")}>
        {items.map((each) => (
          <KeyRow key={each.id} apiKey={each} />
        ))}
      </Rows>
      <LoadMore query={keys} />
    </>
  );
}

function KeyRow({ apiKey }: { apiKey: ApiKeyOut }) {
  const t = useTranslations("settings.key");
  const format = useFormatter();
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const revoke = useMutation({
    ...revokeApiKeyMutation(),
    onSuccess: () => {
      setAsking(false);
      void client.invalidateQueries({ queryKey: API_KEYS });
    },
  });
  const state = stateOf(apiKey, Date.now());
  const end = apiKey.expires_at ? format.dateTime(new Date(apiKey.expires_at), { dateStyle: "medium" }) : null;
  return (
    <Row>
      <KeyRound size={18} aria-hidden className="text-muted" />
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium text-sm">
          {apiKey.name} <code className="ml-1 font-mono font-normal text-muted">{apiKey.prefix}…</code>
        </p>
        <p className="text-muted text-xs">
          {apiKey.last_used_at ? (
            <>
              {t("lastUsed")} <Moment at={apiKey.last_used_at} />
            </>
          ) : (
            t("neverUsed")
          )}
          {" · "}
          {end ? t("endsOn", { date: end }) : t("noEnd")}
        </p>
        <p className="mt-0.5 text-muted text-xs">{apiKey.scopes.map((each) => t(`scope.${each}`)).join(", ")}</p>
      </div>
      {state === "active" ? (
        <Button
          size="small"
          variant="quiet"
          aria-label={t("revokeOf", { name: apiKey.name })}
          onPress={() => setAsking(true)}
        >
          {t("revoke")}
        </Button>
      ) : (
        <span className="text-muted text-sm">{t(state)}</span>
      )}
      {isAsking ? (
        <Confirm
          heading={t("revokeOf", { name: apiKey.name })}
          text={t("revokeText")}
          action={t("revoke")}
          isPending={revoke.isPending}
          error={revoke.error}
          onConfirm={() => revoke.mutate({ path: { key_id: apiKey.id } })}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </Row>
  );
}
