"use client";

import { type ReactNode, useEffect, useId, useRef } from "react";

type Props = {
  heading: string;
  children: ReactNode;
  /** Without it the dialog stays until its own button is pressed. */
  onClose?: () => void;
};

/** The browser's own modal dialog: it keeps the focus inside and gives it back. */
export function Dialog({ heading, children, onClose }: Props) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const shown = dialog.current;
    const before = document.activeElement;
    if (shown && !shown.open) shown.showModal();
    return () => {
      shown?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
      // Chrome closes on a second Escape whatever `cancel` says; an open question is shown again.
      onClose={() => (onClose ? onClose() : dialog.current?.showModal())}
      className="m-auto max-h-[90dvh] w-[min(30rem,calc(100vw-2rem))] overflow-y-auto rounded-2xl border border-border bg-overlay p-6 text-foreground shadow-xl backdrop:bg-black/50"
    >
      <h2 id={id} className="font-bold text-lg tracking-tight">
        {heading}
      </h2>
      <div className="mt-3 flex flex-col gap-4">{children}</div>
    </dialog>
  );
}
