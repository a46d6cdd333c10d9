"use client";

import { ImagePlus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Presentation } from "@/features/platforms/presentation";
import type { FrameProps } from "./frame";

export function Avatar({ account, isSquare = false }: { account: string; isSquare?: boolean }) {
  return (
    <span
      aria-hidden
      className={`grid size-10 shrink-0 place-items-center bg-default font-semibold text-muted ${isSquare ? "rounded-lg" : "rounded-full"}`}
    >
      {[...account][0] ?? "·"}
    </span>
  );
}

export function Badge({ presentation, size = 20 }: { presentation: Presentation; size?: number }) {
  return (
    <span
      aria-hidden
      className="grid shrink-0 place-items-center rounded-md"
      style={{ background: presentation.colour, width: size, height: size }}
    >
      <svg width={size * 0.7} height={size * 0.7} viewBox="0 0 24 24" fill="none" focusable="false" aria-hidden>
        <path d={presentation.glyph} stroke={presentation.ink} strokeWidth="2" strokeLinecap="round" />
      </svg>
    </span>
  );
}

/** A field by itself with its meter, as the platform shows it. */
export function Field({
  frame,
  field,
  className,
}: {
  frame: FrameProps;
  field: "title" | "subject" | "preheader";
  className: string;
}) {
  if (!frame.has(field)) return null;
  return (
    <div className="flex items-start gap-3">
      <div className="min-w-0 flex-1">{frame.slot(field, className)}</div>
      <span className="shrink-0 pt-1">{frame.meter(field)}</span>
    </div>
  );
}

export function Footer({ children, icons }: { children: ReactNode; icons?: ReactNode }) {
  return (
    <div className="mt-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 text-muted">
      <span aria-hidden className="flex gap-6">
        {icons}
      </span>
      <span className="flex items-center gap-3">{children}</span>
    </div>
  );
}

export function ImagePlace({ isNeeded, className = "" }: { isNeeded: boolean; className?: string }) {
  const t = useTranslations("editor");
  return (
    <div
      className={`flex flex-col items-center justify-center gap-2 bg-default p-6 text-center text-muted text-sm ${className}`}
    >
      <ImagePlus aria-hidden size={26} strokeWidth={1.5} />
      {isNeeded ? t("imageNeeded") : t("imageOptional")}
    </div>
  );
}
