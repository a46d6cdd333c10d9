"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId, useState } from "react";
import { listWritersOptions } from "@/api/generated/@tanstack/react-query.gen";
import { type Choices, changedOf, isWriter, LANGUAGES, LENGTHS, TONES, WRITERS } from "./choices";

type Props = {
  choices: Choices;
  instruction: string;
  onChange: (change: Partial<Choices>) => void;
  onInstruct: (instruction: string) => void;
};

const FIELD = "h-9 w-full rounded-lg border border-[var(--field-border)] bg-surface px-2.5 text-sm";

/** Languages, tone, length, writer, instruction: one quiet line while nothing is unusual. */
export function OptionsRow({ choices, instruction, onChange, onInstruct }: Props) {
  const t = useTranslations("converter.options");
  const changed = changedOf(choices);
  const wordsOf = {
    languages: choices.languages.length
      ? choices.languages.map((each) => t(`languages.${each as "ko"}`)).join(", ")
      : t("languages.own"),
    tone: t(`tones.${choices.tone}`),
    length: t(`lengths.${choices.length}`),
    writer: writerWords(choices.writer, t),
  };
  const shown = [...changed.map((name) => wordsOf[name]), ...(instruction.trim() ? [t("instruction")] : [])];
  return (
    <details className="group rounded-xl border border-border bg-surface">
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 rounded-xl px-4 text-sm [&::-webkit-details-marker]:hidden">
        <span className="font-semibold">{t("heading")}</span>
        <span className="min-w-0 truncate text-muted">{shown.length ? shown.join(" · ") : t("usual")}</span>
        <ChevronDown size={16} aria-hidden className="ml-auto shrink-0 text-muted group-open:rotate-180" />
      </summary>
      <div className="grid gap-4 border-border border-t p-4 sm:grid-cols-3">
        <Languages chosen={choices.languages} onChange={(languages) => onChange({ languages })} />
        <Labelled label={t("tone")}>
          {(id) => (
            <select
              id={id}
              className={FIELD}
              value={choices.tone}
              onChange={(event) => onChange({ tone: event.target.value as Choices["tone"] })}
            >
              {TONES.map((each) => (
                <option key={each} value={each}>
                  {t(`tones.${each}`)}
                </option>
              ))}
            </select>
          )}
        </Labelled>
        <Labelled label={t("length")}>
          {(id) => (
            <select
              id={id}
              className={FIELD}
              value={choices.length}
              onChange={(event) => onChange({ length: event.target.value as Choices["length"] })}
            >
              {LENGTHS.map((each) => (
                <option key={each} value={each}>
                  {t(`lengths.${each}`)}
                </option>
              ))}
            </select>
          )}
        </Labelled>
        <Writer writer={choices.writer} onChange={(writer) => onChange({ writer })} />
        <div className="sm:col-span-3">
          <Labelled label={t("instruction")}>
            {(id) => (
              <textarea
                id={id}
                rows={2}
                maxLength={2000}
                value={instruction}
                placeholder={t("instructionExample")}
                onChange={(event) => onInstruct(event.target.value)}
                className="w-full rounded-lg border border-[var(--field-border)] bg-surface px-3 py-2 text-sm leading-6 placeholder:text-muted"
              />
            )}
          </Labelled>
        </div>
      </div>
    </details>
  );
}

function Languages({ chosen, onChange }: { chosen: string[]; onChange: (chosen: string[]) => void }) {
  const t = useTranslations("converter.options");
  return (
    <fieldset className="sm:col-span-3">
      <legend className="mb-1.5 text-muted text-sm">{t("language")}</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        <label className="flex min-h-8 items-center gap-2 text-sm">
          <input type="checkbox" className="size-4" checked={chosen.length === 0} onChange={() => onChange([])} />
          {t("languages.own")}
        </label>
        {LANGUAGES.map((each) => (
          <label key={each} className="flex min-h-8 items-center gap-2 text-sm">
            <input
              type="checkbox"
              className="size-4"
              checked={chosen.includes(each)}
              onChange={(event) =>
                onChange(event.target.checked ? [...chosen, each] : chosen.filter((other) => other !== each))
              }
            />
            {t(`languages.${each}`)}
          </label>
        ))}
      </div>
      {chosen.length ? <p className="mt-1 text-muted text-xs">{t("languageHint")}</p> : null}
    </fieldset>
  );
}

function Writer({ writer, onChange }: { writer: string; onChange: (writer: string) => void }) {
  const t = useTranslations("converter.options");
  const { data } = useQuery({ ...listWritersOptions(), staleTime: 60_000 });
  const models = (data?.items ?? []).filter((each) => each.kind === "ai").map((each) => each.name);
  const [name, setName] = useState("");
  const [isAsked, setNaming] = useState(false);
  const isNaming = isAsked || ![...WRITERS, ...models].includes(writer);
  const isWrong = isNaming && name !== "" && !isWriter(name);
  return (
    <Labelled label={t("writer")}>
      {(id) => (
        <>
          <select
            id={id}
            className={FIELD}
            value={isNaming ? "named" : writer}
            onChange={(event) => {
              const wanted = event.target.value;
              setNaming(wanted === "named");
              if (wanted !== "named") onChange(wanted);
              else if (isWriter(name)) onChange(name);
            }}
          >
            <option value="auto">{t("writers.auto")}</option>
            <option value="embedded">{t("writers.embedded")}</option>
            {models.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
            <option value="named">{t("writers.named")}</option>
          </select>
          {isNaming ? (
            <input
              aria-label={t("writers.named")}
              aria-invalid={isWrong || undefined}
              className={`${FIELD} mt-2 font-mono`}
              value={name || (isAsked ? "" : writer)}
              placeholder="anthropic:claude-sonnet-4-5"
              spellCheck={false}
              onChange={(event) => {
                const wanted = event.target.value.trim();
                setName(wanted);
                if (isWriter(wanted)) onChange(wanted);
              }}
            />
          ) : null}
          {isWrong ? <p className="mt-1 text-bad text-xs">{t("writers.wrong")}</p> : null}
        </>
      )}
    </Labelled>
  );
}

function writerWords(writer: string, t: ReturnType<typeof useTranslations<"converter.options">>): string {
  if (writer === "auto") return t("writers.auto");
  return writer === "embedded" ? t("writers.embedded") : writer;
}

function Labelled({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block text-muted text-sm">
        {label}
      </label>
      {children(id)}
    </div>
  );
}
