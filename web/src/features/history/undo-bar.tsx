"use client";

import { Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";

/** One line at the foot of the page while deletions can be taken back; the last one first. */
export function UndoBar({ waiting, onUndo }: { waiting: string[]; onUndo: (id: string) => void }) {
  const t = useTranslations("history");
  const last = waiting.at(-1);
  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 bottom-4 z-40 flex justify-center px-4">
      {last ? (
        <div className="pointer-events-auto flex items-center gap-4 rounded-xl bg-foreground py-2 pr-2 pl-4 text-background text-sm shadow-lg">
          {t("deleted", { count: waiting.length })}
          <button
            type="button"
            onClick={() => onUndo(last)}
            className="flex h-8 items-center gap-1.5 rounded-lg px-2.5 font-semibold underline underline-offset-4"
          >
            <Undo2 size={15} aria-hidden />
            {t("undo")}
          </button>
        </div>
      ) : null}
    </div>
  );
}
