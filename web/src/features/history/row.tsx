"use client";

import { CircleAlert, CircleCheck, CircleSlash, Copy, LoaderCircle, Trash2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ConversionSummary } from "@/api/generated";
import { PlatformBadge } from "@/features/platforms/badge";
import { PLATFORM_NAMES } from "@/features/platforms/names";
import { Link } from "@/i18n/navigation";
import type { Language } from "@/i18n/routing";
import { Moment } from "@/ui/moment";

const BADGES_SHOWN = 7;

type Props = {
  conversion: ConversionSummary;
  mayWrite: boolean;
  isCopying: boolean;
  onCopy: () => void;
  onRemove: () => void;
};

export function HistoryRow({ conversion, mayWrite, isCopying, onCopy, onRemove }: Props) {
  const t = useTranslations("history");
  const title = conversion.title || conversion.source.name || conversion.source.url || t("untitled");
  const site = siteOf(conversion.source.url);
  return (
    <li className="group relative flex items-center gap-3 border-border border-b px-3 py-3 last:border-b-0 hover:bg-default/50">
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <Link
          href={`/app/conversions/${conversion.id}`}
          className="line-clamp-2 break-words font-medium after:absolute after:inset-0 group-hover:underline group-hover:underline-offset-4"
        >
          {title}
        </Link>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-sm">
          <State conversion={conversion} />
          {/* Above the link that covers the row, so that its exact time shows on hover. */}
          <Moment at={conversion.created_at} className="relative" />
          <span className="max-w-44 truncate">{site ?? t(`kinds.${conversion.source.kind}`)}</span>
          <Platforms ids={conversion.platforms} />
        </div>
      </div>
      <div className="relative flex shrink-0 gap-0.5">
        <RowButton
          label={mayWrite ? t("duplicateOf", { title }) : t("mayNotWrite")}
          isDisabled={!mayWrite || isCopying}
          onPress={onCopy}
        >
          {isCopying ? <LoaderCircle size={17} aria-hidden className="animate-spin" /> : <Copy size={17} aria-hidden />}
        </RowButton>
        <RowButton
          label={mayWrite ? t("deleteOf", { title }) : t("mayNotWrite")}
          isDisabled={!mayWrite}
          onPress={onRemove}
        >
          <Trash2 size={17} aria-hidden />
        </RowButton>
      </div>
    </li>
  );
}

export function siteOf(url: string | null): string | null {
  try {
    return url ? new URL(url).host.replace(/^www\./, "") : null;
  } catch {
    return null;
  }
}

function State({ conversion }: { conversion: ConversionSummary }) {
  const t = useTranslations("history");
  const { status, error } = conversion;
  const [Icon, colour] = {
    queued: [LoaderCircle, "text-muted"] as const,
    running: [LoaderCircle, "text-accent-text"] as const,
    succeeded: [CircleCheck, "text-good"] as const,
    failed: [CircleAlert, "text-bad"] as const,
    cancelled: [CircleSlash, "text-muted"] as const,
  }[status];
  return (
    <span className={`relative inline-flex items-center gap-1 ${colour}`} title={error?.message}>
      <Icon size={14} aria-hidden className={status === "running" ? "animate-spin" : undefined} />
      {t(`states.${status}`)}
    </span>
  );
}

function Platforms({ ids }: { ids: string[] }) {
  const t = useTranslations("history");
  const language = useLocale() as Language;
  const names = ids.map((id) => PLATFORM_NAMES[id]?.[language] ?? id).join(", ");
  const more = ids.length - BADGES_SHOWN;
  return (
    <span role="img" aria-label={names} title={names} className="relative inline-flex items-center gap-1">
      {ids.slice(0, BADGES_SHOWN).map((id) => (
        <PlatformBadge key={id} id={id} size={18} />
      ))}
      {more > 0 ? <span className="text-xs">{t("more", { count: more })}</span> : null}
    </span>
  );
}

type RowButtonProps = { label: string; isDisabled: boolean; onPress: () => void; children: ReactNode };

function RowButton({ label, isDisabled, onPress, children }: RowButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      disabled={isDisabled}
      onClick={onPress}
      className="grid size-9 place-items-center rounded-lg text-muted hover:bg-default hover:text-foreground disabled:opacity-40"
    >
      {children}
    </button>
  );
}
