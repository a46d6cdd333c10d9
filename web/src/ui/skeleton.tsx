"use client";

import { useTranslations } from "next-intl";

/** Rows to come: as high as they will be, so that nothing jumps. */
export function RowsSkeleton({ rows = 4, className = "h-14" }: { rows?: number; className?: string }) {
  const t = useTranslations("states");
  return (
    <div role="status" aria-label={t("loading")} className="flex flex-col gap-2">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike and never move
        <div key={row} className={`animate-pulse rounded-xl bg-default ${className}`} />
      ))}
    </div>
  );
}
