"use client";

import { Check, CloudOff, LoaderCircle, TriangleAlert } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { Saving } from "./saving";

const TICK_MS = 30_000;
const NOW_MS = 60_000;

/** Quiet: what has become of the last word typed. */
export function SaveState({ saving, onRetry }: { saving: Saving; onRetry(): void }) {
  const t = useTranslations("editor.save");
  const format = useFormatter();
  const [now, setNow] = useState(() => Date.now());
  const { phase, savedAt, message } = saving;
  useEffect(() => {
    setNow(Date.now());
    if (phase !== "saved" || savedAt === null) return;
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [phase, savedAt]);

  const words = () => {
    if (phase === "refused") return message ? t("refused", { message }) : t("gone");
    if (phase !== "saved") return t(phase);
    if (savedAt === null) return "";
    return now - savedAt < NOW_MS ? t("savedNow") : t("saved", { ago: format.relativeTime(savedAt, now) });
  };
  const isTrouble = phase === "offline" || phase === "signed_out" || phase === "refused" || phase === "conflict";
  const isMoving = phase === "saving" || phase === "comparing";
  return (
    <span className={`flex items-center gap-1.5 text-xs ${isTrouble ? "text-warn" : "text-muted"}`}>
      {phase === "saved" && savedAt !== null ? <Check aria-hidden size={14} /> : null}
      {phase === "offline" ? <CloudOff aria-hidden size={14} /> : null}
      {isTrouble && phase !== "offline" ? <TriangleAlert aria-hidden size={14} /> : null}
      {isMoving ? <LoaderCircle aria-hidden size={14} className="animate-spin" /> : null}
      {/* Only trouble is said aloud: a word at every pause would talk over the writer. */}
      <span role={isTrouble ? "status" : undefined}>{words()}</span>
      {phase === "offline" || phase === "refused" ? (
        <button
          type="button"
          onClick={onRetry}
          className="rounded px-1.5 py-1 font-medium underline underline-offset-4"
        >
          {t("retry")}
        </button>
      ) : null}
    </span>
  );
}
