"use client";

import { type ReactNode, useEffect, useId, useRef, useState } from "react";

type Props = {
  label: string;
  /** What the button shows; `label` is its name. */
  face: ReactNode;
  children: (close: () => void) => ReactNode;
  className?: string;
  align?: "left" | "right";
};

/** A button that opens a small panel below itself. Escape, a click or a look elsewhere closes it. */
export function Menu({ label, face, children, className = "", align = "right" }: Props) {
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (!isOpen) return;
    const leave = (event: Event) => {
      if (!place.current?.contains(event.target as Node)) setOpen(false);
    };
    const hear = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      setOpen(false);
      place.current?.querySelector("button")?.focus();
    };
    document.addEventListener("pointerdown", leave);
    document.addEventListener("focusin", leave);
    document.addEventListener("keydown", hear, true);
    return () => {
      document.removeEventListener("pointerdown", leave);
      document.removeEventListener("focusin", leave);
      document.removeEventListener("keydown", hear, true);
    };
  }, [isOpen]);
  return (
    <div ref={place} className={`relative ${className}`}>
      <button
        type="button"
        aria-label={label}
        title={label}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
        className="flex h-9 max-w-full items-center gap-1.5 rounded-lg px-2 text-sm hover:bg-default"
      >
        {face}
      </button>
      <div
        id={id}
        hidden={!isOpen}
        className={`absolute top-full z-50 mt-1 w-64 max-w-[calc(100vw-1.5rem)] rounded-xl border border-border bg-overlay p-1.5 shadow-lg ${align === "left" ? "left-0" : "right-0"}`}
      >
        {isOpen ? children(() => setOpen(false)) : null}
      </div>
    </div>
  );
}

export const MENU_ROW =
  "flex min-h-9 w-full items-center gap-2 rounded-lg px-2.5 py-1.5 text-left text-sm hover:bg-default disabled:opacity-50";
