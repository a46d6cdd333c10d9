"use client";

import { useTranslations } from "next-intl";
import { ThemeButton } from "./theme-button";

export function ThemeToggle() {
  return <ThemeButton label={useTranslations("chrome")("theme")} />;
}
