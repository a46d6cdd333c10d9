"use client";

import { LANGUAGE_NAMES, type Language } from "@/i18n/languages";

type Props = { label: string; language: Language; onChoose: (language: Language) => void };

export function LanguageSelect({ label, language, onChoose }: Props) {
  return (
    <select
      aria-label={label}
      value={language}
      className="h-9 max-w-24 rounded-lg border-0 bg-transparent px-2 text-muted text-sm hover:bg-default hover:text-foreground"
      onChange={(event) => onChoose(event.target.value as Language)}
    >
      {Object.entries(LANGUAGE_NAMES).map(([each, name]) => (
        <option key={each} value={each} lang={each} className="bg-surface text-foreground">
          {name}
        </option>
      ))}
    </select>
  );
}
