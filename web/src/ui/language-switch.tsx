"use client";

import { useLocale, useTranslations } from "next-intl";
import { usePathname, useRouter } from "@/i18n/navigation";
import { type Language, routing } from "@/i18n/routing";

const NAMES: Record<Language, string> = { ko: "한국어", en: "English", ja: "日本語" };

/** The same page in another language, its query and fragment kept. */
export function LanguageSwitch() {
  const t = useTranslations("chrome");
  const language = useLocale();
  const router = useRouter();
  const path = usePathname();
  return (
    <select
      aria-label={t("language")}
      value={language}
      className="h-9 max-w-24 rounded-lg border-0 bg-transparent px-2 text-muted text-sm hover:bg-default hover:text-foreground"
      onChange={(event) =>
        router.replace(`${path}${window.location.search}${window.location.hash}`, {
          locale: event.target.value as Language,
        })
      }
    >
      {routing.locales.map((each) => (
        <option key={each} value={each} lang={each}>
          {NAMES[each]}
        </option>
      ))}
    </select>
  );
}
