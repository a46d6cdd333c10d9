"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { getDemonstration } from "@/api/generated";
import { getConversionQueryKey } from "@/api/generated/@tanstack/react-query.gen";
import { asProblem } from "@/api/problem";
import { useModKey } from "@/features/keys/mod-key";
import { useRouter } from "@/i18n/navigation";
import { type Choices, DEFAULTS, keepChoices, keptChoices } from "./choices";
import { ConverterProblem } from "./converter-problem";
import { keepDraft, keptDraft, NO_DRAFT } from "./draft";
import { OptionsRow } from "./options-row";
import { PlatformPicker } from "./platform-picker";
import { usePlatforms } from "./platform-records";
import { detect, faultOf } from "./source";
import { SourceInput } from "./source-input";
import { newKey, submit } from "./submit";

/** The first page of the workspace: anything in, posts out. */
export function NewConversion() {
  const t = useTranslations("converter");
  const language = useLocale();
  const router = useRouter();
  const client = useQueryClient();
  const mod = useModKey();
  const platforms = usePlatforms();
  const [draft, setDraft] = useState(NO_DRAFT);
  const [file, setFile] = useState<File | null>(null);
  const [choices, setChoices] = useState<Choices>(DEFAULTS);
  const [fault, setFault] = useState<string | null>(null);
  const [share, setShare] = useState(0);
  const sent = useRef({ order: "", key: "" });

  useEffect(() => {
    setDraft(keptDraft());
    setChoices(keptChoices());
  }, []);

  const source = detect(draft.written, file);
  const known = new Set(platforms.records.map((each) => each.id));
  const wanted = { ...choices, platforms: choices.platforms.filter((id) => !known.size || known.has(id)) };

  const conversion = useMutation({
    mutationFn: () => {
      const order = JSON.stringify([draft, wanted, file && [file.name, file.size, file.lastModified]]);
      if (sent.current.order !== order) sent.current = { order, key: newKey() };
      setShare(0);
      const { key } = sent.current;
      return submit({ source, choices: wanted, instruction: draft.instruction, key, onProgress: setShare });
    },
    onSuccess: (made) => {
      client.setQueryData(getConversionQueryKey({ path: { conversion_id: made.id } }), made);
      keepDraft(NO_DRAFT);
      router.push(`/app/conversions/${made.id}`);
    },
    onError: (error) => {
      // The key made a conversion that was deleted since: the next try is an order of its own.
      if (asProblem(error).code.startsWith("idempotency_key")) sent.current = { order: "", key: "" };
    },
  });
  const isBusy = conversion.isPending || conversion.isSuccess;

  const change = (next: Partial<typeof draft>) => {
    const now = { ...draft, ...next };
    setDraft(now);
    keepDraft(now);
    setFault(null);
    if (conversion.isError) conversion.reset();
  };
  const example = useMutation({
    mutationFn: async () => (await getDemonstration({ query: { language }, throwOnError: true })).data.article,
    onSuccess: ({ title, text }) => change({ written: `${title}\n\n${text}` }),
  });
  const choose = (next: Partial<Choices>) => {
    const now = { ...wanted, ...next };
    setChoices(now);
    keepChoices(now);
    setFault(null);
  };
  const start = () => {
    if (isBusy) return;
    const found = faultOf(source) ?? (wanted.platforms.length ? null : "noPlatform");
    setFault(found);
    if (!found) conversion.mutate();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    start();
  };

  return (
    <form
      className="mx-auto flex w-full max-w-3xl flex-col gap-5 px-4 pt-8 pb-16 sm:pt-14"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        start();
      }}
    >
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div>
          <h1 className="font-bold text-2xl tracking-tight">{t("heading")}</h1>
          <p className="mt-1 text-muted text-sm">{t("lead")}</p>
        </div>
        {source.kind === "empty" ? (
          <button
            type="button"
            className="min-h-8 text-accent-text text-sm underline underline-offset-4"
            onClick={() => example.mutate()}
          >
            {t("example")}
          </button>
        ) : null}
      </div>
      <SourceInput
        written={draft.written}
        source={source}
        fault={fault}
        onWrite={(written) => change({ written })}
        onFile={(chosen) => {
          setFile(chosen);
          setFault(null);
          if (conversion.isError) conversion.reset();
        }}
      >
        <button
          type="submit"
          aria-disabled={isBusy || undefined}
          title={`${mod} Enter`}
          className="flex h-9 items-center gap-2 rounded-lg bg-accent px-4 font-semibold text-accent-foreground text-sm hover:bg-[var(--accent-hover)] aria-disabled:opacity-60"
        >
          {isBusy
            ? t(source.kind === "file" && share < 1 ? "uploading" : "starting", { percent: Math.round(share * 100) })
            : t("start")}
          {isBusy ? null : <kbd className="hidden font-sans text-xs sm:inline">{mod}↵</kbd>}
        </button>
      </SourceInput>
      {fault ? (
        <p role="alert" className="-mt-2 font-medium text-bad text-sm">
          {t(`faults.${fault as "empty"}`)}
        </p>
      ) : null}
      <ConverterProblem
        error={conversion.error ?? example.error}
        onRetry={conversion.error ? start : () => example.mutate()}
      />
      {platforms.error ? (
        <ConverterProblem error={platforms.error} onRetry={() => void platforms.refetch()} />
      ) : (
        <PlatformPicker
          records={platforms.records}
          nameOf={platforms.nameOf}
          chosen={wanted.platforms}
          languages={choices.languages}
          onChange={(chosen) => choose({ platforms: chosen })}
        />
      )}
      <OptionsRow
        choices={choices}
        instruction={draft.instruction}
        onChange={choose}
        onInstruct={(instruction) => change({ instruction })}
      />
    </form>
  );
}
