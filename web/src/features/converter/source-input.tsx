"use client";

import { FileText, FileUp, Globe, type LucideIcon, TextQuote, X } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { ACCEPTED_FILES, SHORT_TEXT, type Source } from "./source";

type Props = {
  written: string;
  source: Source;
  fault: string | null;
  onWrite: (written: string) => void;
  onFile: (file: File | null) => void;
  /** Stands at the end of the input's own bar. */
  children: ReactNode;
};

/** One input for everything: an address, a text, a page's source, a file. What it takes it for stands below. */
export function SourceInput({ written, source, fault, onWrite, onFile, children }: Props) {
  const t = useTranslations("converter");
  const id = useId();
  const chooser = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);

  const take = (files: FileList | undefined, event: Pick<Event, "preventDefault">) => {
    const file = files?.[0];
    if (!file) return;
    event.preventDefault();
    onFile(file);
  };
  const latest = useRef(take);
  latest.current = take;
  // All of the page takes a file: beside the input the browser would open it in place of the page.
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => !event.relatedTarget && setOver(false);
    const drop = (event: DragEvent) => {
      setOver(false);
      latest.current(event.dataTransfer?.files, event);
    };
    window.addEventListener("dragover", over);
    window.addEventListener("dragleave", leave);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", drop);
    };
  }, []);
  return (
    <div
      data-over={isOver || undefined}
      className="rounded-2xl border border-[var(--field-border)] bg-surface shadow-sm focus-within:border-[var(--focus)] focus-within:ring-1 focus-within:ring-[var(--focus)] data-over:border-[var(--focus)] data-over:bg-default"
    >
      <label htmlFor={id} className="sr-only">
        {t("input.label")}
      </label>
      <textarea
        id={id}
        value={written}
        onChange={(event) => onWrite(event.target.value)}
        onPaste={(event) => take(event.clipboardData.files, event)}
        placeholder={t(isOver ? "input.over" : "input.placeholder")}
        aria-describedby={`${id}-read-as`}
        aria-invalid={fault ? true : undefined}
        disabled={source.kind === "file"}
        rows={7}
        spellCheck={false}
        className="block max-h-[50dvh] min-h-40 w-full resize-none rounded-t-2xl bg-transparent px-5 pt-4 pb-2 text-[15px] leading-7 outline-none [field-sizing:content] placeholder:text-muted disabled:opacity-60"
      />
      <div className="flex flex-wrap items-center gap-2 px-3 pb-3">
        <input
          ref={chooser}
          type="file"
          accept={ACCEPTED_FILES}
          hidden
          onChange={(event) => {
            onFile(event.target.files?.[0] ?? null);
            event.target.value = "";
          }}
        />
        <button
          type="button"
          onClick={() => chooser.current?.click()}
          className="flex h-9 items-center gap-1.5 rounded-lg px-2.5 text-muted text-sm hover:bg-default hover:text-foreground"
        >
          <FileUp size={16} aria-hidden />
          {t("input.file")}
        </button>
        <span id={`${id}-read-as`} aria-live="polite" className="min-w-0">
          <ReadAs source={source} onDrop={() => onFile(null)} />
        </span>
        <span className="ml-auto">{children}</span>
      </div>
    </div>
  );
}

function ReadAs({ source, onDrop }: { source: Source; onDrop: () => void }) {
  const t = useTranslations("converter.readAs");
  const format = useFormatter();
  switch (source.kind) {
    case "empty":
      return null;
    case "url":
      return <Chip icon={Globe}>{t("url", { host: source.host })}</Chip>;
    case "html":
      return <Chip icon={FileText}>{t("html")}</Chip>;
    case "text":
      return (
        <Chip icon={TextQuote}>
          {t(source.characters < SHORT_TEXT ? "shortText" : "text", { count: source.characters })}
        </Chip>
      );
    case "file":
      return (
        <Chip icon={FileText}>
          <span className="truncate">{source.file.name}</span>
          <span className="shrink-0 text-muted">
            {format.number(Math.max(0.1, source.file.size / 1_000_000), { maximumFractionDigits: 1 })} MB
          </span>
          <button
            type="button"
            aria-label={t("drop", { name: source.file.name })}
            onClick={onDrop}
            className="-mr-1.5 grid size-6 shrink-0 place-items-center rounded-md hover:bg-background"
          >
            <X size={14} aria-hidden />
          </button>
        </Chip>
      );
  }
}

function Chip({ icon: Icon, children }: { icon: LucideIcon; children: ReactNode }) {
  return (
    <span className="inline-flex h-8 max-w-full items-center gap-1.5 rounded-full bg-default px-3 text-sm">
      <Icon size={15} aria-hidden className="shrink-0 text-muted" />
      {children}
    </span>
  );
}
