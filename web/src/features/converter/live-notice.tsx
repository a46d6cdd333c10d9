"use client";

import { Clock } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { ConversionOut } from "@/api/generated";
import { hasEnded, type Track } from "./progress";
import type { Connection } from "./stream";

/** Longer than a whole run may take: the worker is late, or gone, and another one takes over. */
const LATE_MS = 35_000;
const QUEUED_MS = 3_000;

type Props = { conversion: ConversionOut; track: Track; connection: Connection };

/** One quiet line about what the page waits for, when that is not the usual. */
export function LiveNotice({ conversion, track, connection }: Props) {
  const t = useTranslations("converter.live");
  const isLate = useSilence(track.lastId, LATE_MS, hasEnded(conversion));
  const isQueuedLong = useSilence(track.lastId, QUEUED_MS, conversion.status !== "queued");
  const text = waitingWords();

  function waitingWords(): string {
    if (hasEnded(conversion)) return "";
    if (isLate) return t("late");
    if (isQueuedLong) return t("queued");
    if (connection === "polling") return t("polling");
    return track.attempt > 1 ? t("again") : "";
  }
  return (
    <p
      role="status"
      className={text ? "flex items-center gap-2 border-border border-b bg-default px-4 py-2 text-sm" : "sr-only"}
    >
      {text ? <Clock size={15} aria-hidden /> : null}
      {text}
    </p>
  );
}

/** Whether `lastId` has stayed the same for so long. */
function useSilence(lastId: number, ms: number, isOver: boolean): boolean {
  const [silentSince, setSilentSince] = useState(-1);
  useEffect(() => {
    if (isOver) return;
    const timer = setTimeout(() => setSilentSince(lastId), ms);
    return () => clearTimeout(timer);
  }, [lastId, ms, isOver]);
  return !isOver && silentSince === lastId;
}
