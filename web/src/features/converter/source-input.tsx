"use client";

import { FileUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { ReadAs } from "./read-as";
import { ACCEPTED_FILES, type Source } from "./source";

type Props = {
  written: string;
  source: Source;
  fault: string | null;
  onWrite: (written: string) => void;
  /** What was dropped, pasted or chosen, in place of what was there. */
  onFiles: (files: readonly File[]) => void;
  /** Stands at the end of the input's own bar. */
  children: ReactNode;
};

/** One input for everything: an address, a text, a page's source, a file. What it takes it for stands below. */
export function SourceInput({ written, source, fault, onWrite, onFiles, children }: Props) {
  const t = useTranslations("converter");
  const id = useId();
  const chooser = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);

  const take = (files: FileList | undefined, event: Pick<Event, "preventDefault">) => {
    if (!files?.length) return;
    event.preventDefault();
    onFiles([...files]);
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
        disabled={source.kind === "file" || source.kind === "files"}
        rows={7}
        spellCheck={false}
        className="block max-h-[50dvh] min-h-40 w-full resize-none rounded-t-2xl bg-transparent px-5 pt-4 pb-2 text-[15px] leading-7 outline-none [field-sizing:content] placeholder:text-muted disabled:opacity-60"
      />
      <div className="flex flex-wrap items-center gap-2 px-3 pb-3">
        <input
          ref={chooser}
          type="file"
          accept={ACCEPTED_FILES}
          multiple
          hidden
          onChange={(event) => {
            onFiles([...(event.target.files ?? [])]);
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
          <ReadAs source={source} onFiles={onFiles} />
        </span>
        <span className="ml-auto">{children}</span>
      </div>
    </div>
  );
}
