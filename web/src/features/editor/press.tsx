"use client";

import type { ReactNode, Ref } from "react";

type Props = {
  children: ReactNode;
  isFirst?: boolean;
  isDisabled?: boolean;
  isPending?: boolean;
  isOpen?: boolean;
  controls?: string;
  describedBy?: string;
  ref?: Ref<HTMLButtonElement>;
  onPress(): void;
};

/**
 * A plain button: these stand by the dozen under a text, and need nothing of a kit. One that cannot be pressed now keeps
 * the focus: who works by keyboard stays where they are, and can hear why.
 */
export function Press({
  children,
  isFirst = false,
  isDisabled,
  isPending,
  isOpen,
  controls,
  describedBy,
  ref,
  onPress,
}: Props) {
  const isIdle = isDisabled || isPending;
  return (
    <button
      ref={ref}
      type="button"
      aria-disabled={isIdle || undefined}
      aria-busy={isPending || undefined}
      aria-expanded={isOpen}
      aria-controls={isOpen ? controls : undefined}
      aria-describedby={describedBy}
      onClick={isIdle ? undefined : onPress}
      className={`inline-flex min-h-9 items-center gap-1.5 rounded-lg px-3 py-1.5 font-medium text-sm aria-disabled:cursor-not-allowed aria-disabled:opacity-50 ${
        isFirst
          ? "bg-foreground text-background not-aria-disabled:hover:opacity-90"
          : "border border-border not-aria-disabled:hover:bg-default aria-expanded:bg-default"
      }`}
    >
      {children}
    </button>
  );
}
