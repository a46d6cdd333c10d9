"use client";

import { useFormatter, useNow } from "next-intl";

/** A moment as people say it ("3 hours ago"); the exact one shows on hover and to whoever reads the page by machine. */
export function Moment({ at, className }: { at: string; className?: string }) {
  const format = useFormatter();
  const now = useNow({ updateInterval: 30_000 });
  const date = new Date(at);
  // Clocks differ: nothing happened in the future.
  const shown = format.relativeTime(date > now && date.getTime() - now.getTime() < 300_000 ? now : date, now);
  const exact = format.dateTime(date, { dateStyle: "long", timeStyle: "medium" });
  return (
    <time dateTime={at} title={exact} className={className}>
      {shown}
    </time>
  );
}
