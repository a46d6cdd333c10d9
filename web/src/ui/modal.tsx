"use client";

import { type ReactNode, useLayoutEffect, useRef, useState } from "react";

type Props = {
  /** The name of it, or the id of the heading that is its name. */
  label?: string;
  labelledBy?: string;
  /** Without it the dialog stays until its own button is pressed. */
  onClose?: () => void;
  closesOutside?: boolean;
  className?: string;
  children: ReactNode;
};

/** The browser's own modal dialog: it keeps the focus inside, closes on Escape, and gives the focus back. */
export function Modal({ label, labelledBy, onClose, closesOutside = false, className = "", children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Looked at before a field of the dialog takes the focus by itself.
  const [before] = useState(() => (typeof document === "undefined" ? null : document.activeElement));
  // Before what its closing leads to: nothing behind it can have the focus while it is open.
  useLayoutEffect(() => {
    const shown = dialog.current;
    if (shown && !shown.open) shown.showModal();
    // The browser takes the first field there is, though it may be filled in already and not to be changed.
    shown?.querySelector<HTMLElement>("[data-takes-focus]")?.focus();
    return () => {
      shown?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [before]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it by itself
    <dialog
      ref={dialog}
      aria-label={label}
      aria-labelledby={labelledBy}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
      onClose={() => {
        if (dialog.current?.open) return;
        if (onClose) onClose();
        // Chrome closes on a second Escape whatever `cancel` says; an open question is shown again.
        else dialog.current?.showModal();
      }}
      onClick={(event) => closesOutside && event.target === dialog.current && onClose?.()}
      className={`m-auto rounded-2xl border border-border bg-overlay text-foreground shadow-xl backdrop:bg-black/50 ${className}`}
    >
      {children}
    </dialog>
  );
}
