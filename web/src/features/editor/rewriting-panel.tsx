"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import type { Rewriting } from "@/api/generated";
import { listWritersOptions } from "@/api/generated/@tanstack/react-query.gen";
import { Press } from "./press";
import { useWriterName } from "./writer-name";

const SUGGESTIONS = ["shorter", "lead", "plain", "figures"] as const;
const FIELD = "w-full rounded-lg border border-[var(--field-border)] bg-background px-3 py-2 text-sm";

type Props = { isPending: boolean; onStart(wishes: Rewriting): void };

/** What the next writer shall do otherwise, and who that is. */
export function RewritingPanel({ isPending, onStart }: Props) {
  const t = useTranslations("editor.rewriting");
  const id = useId();
  const writerName = useWriterName();
  const [instruction, setInstruction] = useState("");
  const [writer, setWriter] = useState("");
  const { data: writers } = useQuery({ ...listWritersOptions(), staleTime: 60_000 });
  return (
    <form
      className="space-y-3"
      onSubmit={(event) => {
        event.preventDefault();
        onStart({ instruction: instruction.trim() || null, writer: writer || null });
      }}
    >
      <label htmlFor={`${id}-instruction`} className="block font-semibold text-sm">
        {t("instruction")}
      </label>
      <textarea
        id={`${id}-instruction`}
        value={instruction}
        maxLength={2000}
        rows={2}
        placeholder={t("example")}
        onChange={(event) => setInstruction(event.target.value)}
        className={FIELD}
      />
      <div className="flex flex-wrap gap-1.5">
        {SUGGESTIONS.map((key) => (
          <button
            key={key}
            type="button"
            onClick={() => setInstruction(t(`suggestions.${key}`))}
            className="rounded-full border border-border px-3 py-1 text-sm hover:bg-default"
          >
            {t(`suggestions.${key}`)}
          </button>
        ))}
      </div>
      <div className="flex flex-wrap items-end gap-3">
        <label className="min-w-48 flex-1 text-sm" htmlFor={`${id}-writer`}>
          <span className="mb-1 block text-muted">{t("writer")}</span>
          <select
            id={`${id}-writer`}
            value={writer}
            onChange={(event) => setWriter(event.target.value)}
            className={FIELD}
          >
            <option value="">{t("writerSame")}</option>
            <option value="auto">{t("writerAuto")}</option>
            {writers?.items.map(({ name, state }) => (
              <option key={name} value={name}>
                {writerName(name)}
                {state === "resting" ? ` · ${t("resting")}` : ""}
              </option>
            ))}
          </select>
        </label>
        <button
          type="submit"
          disabled={isPending}
          className="min-h-10 rounded-lg bg-foreground px-4 py-2 font-medium text-background text-sm disabled:opacity-50"
        >
          {t("start")}
        </button>
      </div>
      <p className="text-muted text-xs">{t("note")}</p>
    </form>
  );
}

type OutcomeProps = { isFailed: boolean; isComparing: boolean; onCompare(): void; onTakeBack(): void; onKeep(): void };

/** The new text is there: to be compared with the one before, and taken back. */
export function RewritingOutcome({ isFailed, isComparing, onCompare, onTakeBack, onKeep }: OutcomeProps) {
  const t = useTranslations("editor.rewriting");
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-2 rounded-xl border border-border bg-surface px-4 py-2.5"
    >
      <p className="mr-auto font-medium text-sm">{isFailed ? t("failed") : t("done")}</p>
      {isFailed ? null : (
        <>
          <Press isOpen={isComparing} onPress={onCompare}>
            {t("compare")}
          </Press>
          <Press onPress={onTakeBack}>{t("takeBack")}</Press>
        </>
      )}
      <Press onPress={onKeep}>{isFailed ? t("close") : t("keep")}</Press>
    </div>
  );
}
