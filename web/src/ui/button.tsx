"use client";

import type { ReactNode } from "react";

type Props = {
  children: ReactNode;
  /** `main` is the one thing to do here; `quiet` stands in a row of its like. */
  variant?: "main" | "plain" | "quiet" | "danger";
  size?: "small" | "medium";
  type?: "button" | "submit";
  isWide?: boolean;
  isDisabled?: boolean;
  /** It works on what it was pressed for: it stays where it is, and a second press does nothing. */
  isPending?: boolean;
  className?: string;
  "aria-label"?: string;
  onPress?: () => void;
};

// The clothes of the component library without its scripts, which weigh more than all else on a page of settings.
const LOOKS = {
  main: "button--primary",
  plain: "button--secondary",
  quiet: "button--tertiary",
  // The library's own red is too light below white letters; this one passes in both themes.
  danger: "button--danger bg-[oklch(0.52_0.2_25)] text-white hover:bg-[oklch(0.46_0.2_25)]",
};
const SIZES = { small: "button--sm", medium: "button--md" };

export function Button({ children, variant = "main", size = "medium", type = "button", ...rest }: Props) {
  const { isWide, isDisabled, isPending, className = "", onPress } = rest;
  return (
    <button
      type={type}
      aria-label={rest["aria-label"]}
      disabled={isDisabled}
      aria-busy={isPending || undefined}
      data-pending={isPending || undefined}
      onClick={(event) => {
        if (isPending) event.preventDefault();
        else onPress?.();
      }}
      className={`button ${SIZES[size]} ${LOOKS[variant]} ${isWide ? "w-full" : ""} ${className}`}
    >
      {children}
    </button>
  );
}
