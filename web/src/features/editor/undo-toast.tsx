"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { Undo } from "./use-editing";

const SHOWN_MS = 10_000;

/**
 * Instead of asking before: it is done, and can be taken back. It stays while somebody points at it. On a wide screen it
 * lies over the article, since below the post are the buttons that are pressed next.
 */
export function UndoToast({ undo, onClose }: { undo: Undo | null; onClose(): void }) {
  const t = useTranslations("editor");
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (!undo || isHeld) return;
    const timer = setTimeout(onClose, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [undo, isHeld, onClose]);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-6 z-50 flex justify-center px-4 lg:right-[calc(100%*7/12)]"
    >
      {undo ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: pointing only keeps it from going away
        <div
          className="pointer-events-auto flex items-center gap-1 rounded-xl bg-foreground py-1.5 pr-1.5 pl-4 text-background text-sm shadow-lg"
          onMouseEnter={() => setHeld(true)}
          onMouseLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <span>{undo.label}</span>
          <button
            type="button"
            onClick={undo.take}
            className="ml-2 rounded-lg px-2.5 py-1.5 font-semibold underline underline-offset-4"
          >
            {t("undo")}
          </button>
          <button
            type="button"
            aria-label={t("close")}
            onClick={onClose}
            className="grid size-8 place-items-center rounded-lg"
          >
            <X size={15} aria-hidden />
          </button>
        </div>
      ) : null}
    </div>
  );
}
