"use client";

import type { ReactNode } from "react";

type Props = {
  children: ReactNode;
  isFirst?: boolean;
  isDisabled?: boolean;
  isPending?: boolean;
  isOpen?: boolean;
  controls?: string;
  describedBy?: string;
  onPress(): void;
};

/** A plain button: these stand by the dozen under a text, and need nothing of a kit. */
export function Press({
  children,
  isFirst = false,
  isDisabled,
  isPending,
  isOpen,
  controls,
  describedBy,
  onPress,
}: Props) {
  return (
    <button
      type="button"
      disabled={isDisabled || isPending}
      aria-busy={isPending || undefined}
      aria-expanded={isOpen}
      aria-controls={isOpen ? controls : undefined}
      aria-describedby={describedBy}
      onClick={onPress}
      className={`inline-flex min-h-9 items-center gap-1.5 rounded-lg px-3 py-1.5 font-medium text-sm disabled:cursor-not-allowed disabled:opacity-50 ${
        isFirst
          ? "bg-foreground text-background hover:opacity-90"
          : "border border-border hover:bg-default aria-expanded:bg-default"
      }`}
    >
      {children}
    </button>
  );
}
