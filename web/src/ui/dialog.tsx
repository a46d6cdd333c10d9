"use client";

import { type ReactNode, useId } from "react";
import { Modal } from "./modal";

type Props = {
  heading: string;
  children: ReactNode;
  /** Without it the dialog stays until its own button is pressed. */
  onClose?: () => void;
};

/** A question or a form in front of the page. */
export function Dialog({ heading, children, onClose }: Props) {
  const id = useId();
  return (
    <Modal
      labelledBy={id}
      onClose={onClose}
      className="max-h-[90dvh] w-[min(30rem,calc(100vw-2rem))] overflow-y-auto p-6"
    >
      <h2 id={id} className="font-bold text-lg tracking-tight">
        {heading}
      </h2>
      <div className="mt-3 flex flex-col gap-4">{children}</div>
    </Modal>
  );
}
