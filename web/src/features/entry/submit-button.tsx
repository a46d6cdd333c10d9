"use client";

import type { ReactNode } from "react";

type Props = { isPending: boolean; isDisabled?: boolean; onPress?: () => void; children: ReactNode };

/** The one button of a form. While it waits it says so, and does nothing twice. */
export function SubmitButton({ isPending, isDisabled = false, onPress, children }: Props) {
  return (
    <button
      type={onPress ? "button" : "submit"}
      disabled={isDisabled}
      aria-busy={isPending}
      onClick={() => {
        if (!isPending) onPress?.();
      }}
      className="flex h-10 w-full items-center justify-center gap-2 rounded-full bg-accent font-medium text-accent-foreground hover:bg-[var(--accent-hover)] disabled:opacity-60"
    >
      {isPending ? (
        <span
          aria-hidden
          className="size-4 animate-spin rounded-full border-2 border-current border-t-transparent motion-reduce:animate-none"
        />
      ) : null}
      {children}
    </button>
  );
}
