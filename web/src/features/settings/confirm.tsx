"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { ProblemNotice } from "@/ui/problem-notice";

type Props = {
  heading: string;
  text: ReactNode;
  action: string;
  isPending: boolean;
  error: unknown;
  onConfirm: () => void;
  onClose: () => void;
  /** Has to be typed before the button works. */
  typed?: string;
  children?: ReactNode;
};

/** Asked only before what cannot be taken back. */
export function Confirm({ heading, text, action, isPending, error, onConfirm, onClose, typed, children }: Props) {
  const t = useTranslations("settings");
  const [word, setWord] = useState("");
  const isBlocked = typed !== undefined && word.trim() !== typed;
  return (
    <Dialog heading={heading} onClose={onClose}>
      <p className="text-muted text-sm">{text}</p>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isPending && !isBlocked) onConfirm();
        }}
      >
        {typed === undefined ? null : (
          <label className="flex flex-col gap-1.5 text-sm">
            {t("typeToConfirm", { word: typed })}
            <input
              value={word}
              onChange={(event) => setWord(event.target.value)}
              autoComplete="off"
              spellCheck={false}
              className="h-9 rounded-lg border border-[var(--field-border)] bg-surface px-3"
            />
          </label>
        )}
        {children}
        <ProblemNotice error={error} />
        <div className="flex justify-end gap-2">
          <Button variant="quiet" onPress={onClose}>
            {t("cancel")}
          </Button>
          <Button type="submit" variant="danger" isPending={isPending} isDisabled={isBlocked}>
            {action}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
