"use client";

import { FileText, Globe, type LucideIcon, TextQuote, X } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { faultOfFile, SHORT_TEXT, type Source } from "./source";

type Props = { source: Source; onFiles: (files: readonly File[]) => void };

/** What the one input takes its content for. */
export function ReadAs({ source, onFiles }: Props) {
  const t = useTranslations("converter.readAs");
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
      return <FileChip file={source.file} onDrop={() => onFiles([])} />;
    case "files":
      return (
        <span className="flex min-w-0 flex-wrap items-center gap-1.5">
          <span className="px-1 text-muted text-sm">{t("files", { count: source.files.length })}</span>
          {source.files.map((file) => (
            <FileChip
              key={`${file.name}/${file.size}/${file.lastModified}`}
              file={file}
              isWrong={faultOfFile(file) !== null}
              onDrop={() => onFiles(source.files.filter((each) => each !== file))}
            />
          ))}
        </span>
      );
  }
}

function FileChip({ file, isWrong = false, onDrop }: { file: File; isWrong?: boolean; onDrop: () => void }) {
  const t = useTranslations("converter.readAs");
  const format = useFormatter();
  return (
    <Chip icon={FileText}>
      <span className="truncate">{file.name}</span>
      <span className={`shrink-0 ${isWrong ? "font-medium text-bad" : "text-muted"}`}>
        {format.number(isWrong ? file.size / 1_000_000 : Math.max(0.1, file.size / 1_000_000), {
          maximumFractionDigits: 1,
        })}{" "}
        MB
      </span>
      <button
        type="button"
        aria-label={t("drop", { name: file.name })}
        onClick={onDrop}
        className="-mr-1.5 grid size-6 shrink-0 place-items-center rounded-md hover:bg-background"
      >
        <X size={14} aria-hidden />
      </button>
    </Chip>
  );
}

function Chip({ icon: Icon, children }: { icon: LucideIcon; children: ReactNode }) {
  return (
    <span className="inline-flex h-8 max-w-full items-center gap-1.5 rounded-full bg-default px-3 text-sm">
      <Icon size={15} aria-hidden className="shrink-0 text-muted" />
      {children}
    </span>
  );
}
