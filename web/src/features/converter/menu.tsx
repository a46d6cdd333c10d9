"use client";

import { ChevronDown } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";

type Props = { label: string; icon: ReactNode; children: (close: () => void) => ReactNode };

/** A button that opens a few choices below itself; Escape or a look elsewhere closes it. */
export function Menu({ label, icon, children }: Props) {
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);

  useEffect(() => {
    if (!isOpen) return;
    const leave = (event: Event) => {
      if (!place.current?.contains(event.target as Node)) setOpen(false);
    };
    const close = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      setOpen(false);
      place.current?.querySelector("button")?.focus();
    };
    document.addEventListener("pointerdown", leave);
    document.addEventListener("focusin", leave);
    document.addEventListener("keydown", close, true);
    return () => {
      document.removeEventListener("pointerdown", leave);
      document.removeEventListener("focusin", leave);
      document.removeEventListener("keydown", close, true);
    };
  }, [isOpen]);
  return (
    <div ref={place} className="relative">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
        className={BAR_BUTTON}
      >
        {icon}
        <span className="max-sm:sr-only">{label}</span>
        <ChevronDown size={14} aria-hidden />
      </button>
      <div
        id={id}
        hidden={!isOpen}
        className="absolute top-full right-0 z-30 mt-1 w-60 rounded-xl border border-border bg-overlay p-1.5 shadow-lg"
      >
        {isOpen ? children(() => setOpen(false)) : null}
      </div>
    </div>
  );
}

export const BAR_BUTTON =
  "flex h-9 shrink-0 items-center gap-1.5 whitespace-nowrap rounded-lg px-2.5 text-sm hover:bg-default disabled:opacity-50 aria-disabled:opacity-50";
export const MENU_ITEM =
  "flex min-h-9 w-full items-center gap-2 rounded-lg px-2.5 text-left text-sm hover:bg-default disabled:opacity-50";
