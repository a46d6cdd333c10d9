"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link, usePathname } from "@/i18n/navigation";
import { Brand } from "@/ui/brand";
import { LanguageSwitch } from "@/ui/language-switch";
import { ThemeToggle } from "@/ui/theme-toggle";

const PLACES = [
  ["/app", "convert"],
  ["/app/history", "history"],
  ["/app/developers", "developers"],
  ["/app/settings", "settings"],
] as const;

/** The bar over every page of the workspace. */
export function WorkFrame({ children }: { children: ReactNode }) {
  const t = useTranslations("work");
  const c = useTranslations("chrome");
  const path = usePathname();
  return (
    <div className="flex min-h-dvh flex-col">
      <a href="#main" className="sr-only focus:not-sr-only">
        {c("skip")}
      </a>
      <header className="sticky top-0 z-40 flex h-14 items-center gap-4 border-border border-b bg-background/95 px-4">
        <Brand href="/app" />
        <nav aria-label={c("navigation")} className="flex gap-1 text-sm">
          {PLACES.map(([href, key]) => (
            <Link
              key={href}
              href={href}
              aria-current={path === href ? "page" : undefined}
              className="rounded-lg px-3 py-1.5 text-muted hover:text-foreground aria-[current=page]:bg-default aria-[current=page]:text-foreground"
            >
              {t(`places.${key}`)}
            </Link>
          ))}
        </nav>
        <div className="ml-auto flex items-center gap-1">
          <LanguageSwitch />
          <ThemeToggle />
        </div>
      </header>
      <main id="main" className="flex flex-1 flex-col">
        {children}
      </main>
    </div>
  );
}
