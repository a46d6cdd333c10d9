"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Press } from "./press";

type Props = { reason: string; isPending: boolean; onApprove(reason: string): void };

/** Something in the post is not in the article: who answers for it says why. */
export function ApprovalPanel({ reason, isPending, onApprove }: Props) {
  const t = useTranslations("editor.approval");
  const id = useId();
  const [typed, setTyped] = useState(reason);
  return (
    <div className="space-y-2">
      <label htmlFor={id} className="block font-semibold text-sm">
        {t("reason")}
      </label>
      <textarea
        id={id}
        value={typed}
        rows={3}
        maxLength={2000}
        placeholder={t("reasonExample")}
        onChange={(event) => setTyped(event.target.value)}
        className="w-full rounded-lg border border-[var(--field-border)] bg-background px-3 py-2 text-sm"
      />
      <Press isFirst isPending={isPending} isDisabled={typed.trim() === ""} onPress={() => onApprove(typed.trim())}>
        {t("approveAnyway")}
      </Press>
    </div>
  );
}
