"use client";

import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import type { PostOut, PostVersionOut } from "@/api/generated";
import { useModKey } from "@/features/keys/mod-key";
import { ProblemNotice } from "@/ui/problem-notice";
import { Beside } from "./beside";
import { versions } from "./calls";
import { draftOf } from "./draft";
import { usePersonName } from "./people";
import { Press } from "./press";
import { useWriterName } from "./writer-name";

type Props = { post: PostOut; canEdit: boolean; isPending: boolean; onRestore(version: number): void };

/** Every state that the post was in; one of them beside what is there now. */
export function VersionsPanel({ post, canEdit, isPending, onRestore }: Props) {
  const t = useTranslations("editor.versions");
  const format = useFormatter();
  const mod = useModKey();
  const nameOf = usePersonName();
  const writerName = useWriterName();
  const [chosen, setChosen] = useState<number | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: ["post-versions", post.id, post.version],
    queryFn: () => versions(post.id),
  });
  const shown = data?.find(({ version }) => version === chosen) ?? null;
  const madeBy = ({ form, changed_by }: PostVersionOut) =>
    changed_by === null && typeof form.writer === "string" ? writerName(form.writer) : nameOf(changed_by);
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <p className="text-muted text-sm">{t("loading")}</p>;
  return (
    <div className="space-y-3">
      <ol className="max-h-56 overflow-y-auto" aria-label={t("heading")}>
        {data.map((one) => (
          <li key={one.version}>
            <button
              type="button"
              aria-pressed={one.version === chosen}
              onClick={() => setChosen(one.version === chosen ? null : one.version)}
              className="flex w-full items-baseline gap-3 rounded-lg px-3 py-2 text-left text-sm hover:bg-default aria-pressed:bg-default"
            >
              <span className="w-6 shrink-0 text-muted tabular-nums">{one.version}</span>
              <span className="shrink-0 font-medium">{t(one.change)}</span>
              <span className="min-w-0 flex-1 truncate text-muted">{madeBy(one)}</span>
              <span className="shrink-0 text-muted text-xs">
                {one.version === post.version
                  ? t("current")
                  : format.dateTime(new Date(one.created_at), { dateStyle: "short", timeStyle: "short" })}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {canEdit ? <p className="text-muted text-xs">{t("undoNote", { mod })}</p> : null}
      {shown && shown.version !== post.version ? (
        <Beside
          left={{
            heading: t("version", { number: shown.version }),
            note: t(shown.change),
            draft: draftOf(shown.form as unknown as PostOut),
            action: canEdit ? (
              <Press isPending={isPending} onPress={() => onRestore(shown.version)}>
                {t("restore")}
              </Press>
            ) : null,
          }}
          right={{ heading: t("now"), draft: draftOf(post) }}
        />
      ) : null}
    </div>
  );
}
