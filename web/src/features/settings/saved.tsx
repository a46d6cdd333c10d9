"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";

/** Said beside the button that did it. */
export function Saved({ isShown, text }: { isShown: boolean; text?: string }) {
  const t = useTranslations("settings");
  return (
    <span role="status" className="text-good text-sm">
      {isShown ? (
        <span className="flex items-center gap-1">
          <Check size={16} aria-hidden />
          {text ?? t("saved")}
        </span>
      ) : null}
    </span>
  );
}
