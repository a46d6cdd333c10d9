"use client";

import { useTranslations } from "next-intl";
import { Link } from "@/i18n/navigation";
import { Empty } from "@/ui/empty";

/** In place of the input, for whoever may only look at what this workspace makes. */
export function OnlyReading() {
  const t = useTranslations("converter.onlyReading");
  return (
    <div className="mx-auto w-full max-w-3xl px-4 pt-8 pb-16 sm:pt-14">
      <Empty isPage heading={t("heading")} text={t("text")}>
        <Link href="/app/history" className="font-medium text-accent-text text-sm underline underline-offset-4">
          {t("history")}
        </Link>
      </Empty>
    </div>
  );
}
