"use client";

import { Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { chooseTheme } from "./theme";

/** Light or dark. Both icons are there from the server; the style sheet shows the right one, so nothing flickers. */
export function ThemeToggle() {
  const t = useTranslations("chrome");
  return (
    <button
      type="button"
      aria-label={t("theme")}
      title={t("theme")}
      className="grid size-9 place-items-center rounded-lg text-muted hover:bg-default hover:text-foreground"
      onClick={() => chooseTheme(document.documentElement.classList.contains("dark") ? "light" : "dark")}
    >
      <Moon size={18} aria-hidden className="dark:hidden" />
      <Sun size={18} aria-hidden className="hidden dark:block" />
    </button>
  );
}
