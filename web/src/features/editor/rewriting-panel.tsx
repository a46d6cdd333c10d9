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

const TONES = ["neutral", "friendly", "urgent", "formal"] as const;
const LENGTHS = ["short", "standard", "long"] as const;

type Props = { isPending: boolean; onStart(wishes: Rewriting): void };

/** What the next writer shall do otherwise, and who that is. */
export function RewritingPanel({ isPending, onStart }: Props) {
  const t = useTranslations("editor.rewriting");
  const o = useTranslations("converter.options");
  const id = useId();
  const writerName = useWriterName();
  const [instruction, setInstruction] = useState("");
  const [writer, setWriter] = useState("");
  const [tone, setTone] = useState<Rewriting["tone"]>(null);
  const [length, setLength] = useState<Rewriting["length"]>(null);
  const { data: writers } = useQuery({ ...listWritersOptions(), staleTime: 60_000 });
  const hasAi = writers?.items.some(({ kind }) => kind === "ai") ?? true;
  // The writer that is built in takes the article's own sentences: tone and length it knows, words for it it does not.
  const takesWords = writer === "embedded" ? false : writer === "" || writer === "auto" ? hasAi : true;
  return (
    <form
      className="space-y-3"
      onSubmit={(event) => {
        event.preventDefault();
        onStart({ instruction: (takesWords && instruction.trim()) || null, writer: writer || null, tone, length });
      }}
    >
      {takesWords ? (
        <Instruction id={`${id}-instruction`} value={instruction} onChange={setInstruction} />
      ) : (
        <p className="text-muted text-sm">{t("noWords")}</p>
      )}
      <div className="flex flex-wrap items-end gap-3">
        <Choice<(typeof LENGTHS)[number]>
          label={o("length")}
          value={length}
          values={LENGTHS}
          nameOf={(each) => o(`lengths.${each}`)}
          onChange={setLength}
        />
        <Choice<(typeof TONES)[number]>
          label={o("tone")}
          value={tone}
          values={TONES}
          nameOf={(each) => o(`tones.${each}`)}
          onChange={setTone}
        />
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

type InstructionProps = { id: string; value: string; onChange(value: string): void };

function Instruction({ id, value, onChange }: InstructionProps) {
  const t = useTranslations("editor.rewriting");
  return (
    <>
      <label htmlFor={id} className="block font-semibold text-sm">
        {t("instruction")}
      </label>
      <textarea
        id={id}
        value={value}
        maxLength={2000}
        rows={2}
        placeholder={t("example")}
        onChange={(event) => onChange(event.target.value)}
        className={FIELD}
      />
      <div className="flex flex-wrap gap-1.5">
        {SUGGESTIONS.map((key) => (
          <button
            key={key}
            type="button"
            onClick={() => onChange(t(`suggestions.${key}`))}
            className="rounded-full border border-border px-3 py-1 text-sm hover:bg-default"
          >
            {t(`suggestions.${key}`)}
          </button>
        ))}
      </div>
    </>
  );
}

type ChoiceProps<Value extends string> = {
  label: string;
  value: Value | null | undefined;
  values: readonly Value[];
  nameOf(value: Value): string;
  onChange(value: Value | null): void;
};

/** As the conversion asked for it, or otherwise. */
function Choice<Value extends string>({ label, value, values, nameOf, onChange }: ChoiceProps<Value>) {
  const t = useTranslations("editor.rewriting");
  return (
    <label className="min-w-28 text-sm">
      <span className="mb-1 block text-muted">{label}</span>
      <select
        value={value ?? ""}
        onChange={(event) => onChange((event.target.value || null) as Value | null)}
        className={FIELD}
      >
        <option value="">{t("asBefore")}</option>
        {values.map((each) => (
          <option key={each} value={each}>
            {nameOf(each)}
          </option>
        ))}
      </select>
    </label>
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
