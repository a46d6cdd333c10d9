"use client";

import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent, useLayoutEffect, useState } from "react";
import { getDemonstration } from "@/api/generated";
import { useMay } from "@/api/me";
import { useModKey } from "@/features/keys/mod-key";
import { type Choices, DEFAULTS, keepChoices, keptChoices } from "./choices";
import { ConverterProblem } from "./converter-problem";
import { keepDraft, keptDraft, NO_DRAFT } from "./draft";
import { OnlyReading } from "./only-reading";
import { OptionsRow } from "./options-row";
import { PlatformPicker } from "./platform-picker";
import { usePlatforms } from "./platform-records";
import { detect, faultOf } from "./source";
import { SourceInput } from "./source-input";
import { useSubmission } from "./use-submission";

/** The first page of the workspace: anything in, posts out. */
export function NewConversion() {
  const t = useTranslations("converter");
  const language = useLocale();
  const mod = useModKey();
  const platforms = usePlatforms();
  const [draft, setDraft] = useState(NO_DRAFT);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [choices, setChoices] = useState<Choices>(DEFAULTS);
  const [fault, setFault] = useState<string | null>(null);

  // Before anything can be typed or pressed: the next order must not go out with the platforms of nobody's choice.
  useLayoutEffect(() => {
    setDraft(keptDraft());
    setChoices(keptChoices());
  }, []);

  const source = detect(draft.written, files);
  const known = new Set(platforms.records.map((each) => each.id));
  const wanted = { ...choices, platforms: choices.platforms.filter((id) => !known.size || known.has(id)) };

  const may = useMay("conversions:write");
  const { conversion, share, place, count, isBusy } = useSubmission({
    source,
    choices: wanted,
    draft,
    onSent: (sent) => setFiles((now) => now.filter((each) => each !== sent)),
  });

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

  const isUploading = files.length > 0 && share < 1;
  const busyWords = t(count > 1 ? "uploadingOne" : isUploading ? "uploading" : "starting", {
    percent: Math.round(share * 100),
    place,
    count,
  });

  if (may === false) return <OnlyReading />;
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
        onFiles={(chosen) => {
          if (isBusy) return;
          setFiles(chosen);
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
          {isBusy ? busyWords : source.kind === "files" ? t("startAll", { count: source.files.length }) : t("start")}
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
