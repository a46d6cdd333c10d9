"use client";

import { useLocale, useTranslations } from "next-intl";
import { usePathname, useRouter } from "@/i18n/navigation";
import { LanguageSelect } from "./language-select";

/** The same page in another language, its query and fragment kept. */
export function LanguageSwitch() {
  const t = useTranslations("chrome");
  const language = useLocale();
  const router = useRouter();
  const path = usePathname();
  return (
    <LanguageSelect
      label={t("language")}
      language={language}
      onChoose={(locale) => router.replace(`${path}${window.location.search}${window.location.hash}`, { locale })}
    />
  );
}
