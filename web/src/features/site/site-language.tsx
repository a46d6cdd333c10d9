"use client";

import type { Language } from "@/i18n/languages";
import { LanguageSelect } from "@/ui/language-select";

/** By a whole load: public pages carry no router. */
export function SiteLanguage({ label, language }: { label: string; language: Language }) {
  const go = (chosen: Language) => {
    const { pathname, search, hash } = window.location;
    window.location.assign(pathname.replace(/^\/[a-z]{2}(?=\/|$)/, `/${chosen}`) + search + hash);
  };
  return <LanguageSelect label={label} language={language} onChoose={go} />;
}
