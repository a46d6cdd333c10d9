"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { Link, usePathname } from "@/i18n/navigation";

const PAGES = [
  ["/app/settings", "profile"],
  ["/app/settings/account", "account"],
  ["/app/settings/workspace", "workspace"],
  ["/app/settings/keys", "keys"],
  ["/app/settings/vendors", "vendors"],
  ["/app/settings/usage", "usage"],
] as const;

export function SettingsFrame({ children }: { children: ReactNode }) {
  const t = useTranslations("settings");
  const path = usePathname();
  const nav = useRef<HTMLElement>(null);
  // On a phone the row of pages is longer than the screen; the one that is open has to be seen in it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with every page
  useEffect(() => {
    const here = nav.current?.querySelector<HTMLElement>("[aria-current=page]");
    if (here && nav.current)
      nav.current.scrollLeft = here.offsetLeft - (nav.current.clientWidth - here.offsetWidth) / 2;
  }, [path]);
  return (
    <div className="mx-auto flex w-full max-w-6xl flex-col gap-4 px-4 pt-8 pb-20 md:flex-row md:gap-10">
      <div className="shrink-0 md:w-44">
        <p className="px-3 font-bold text-2xl tracking-tight max-md:px-0">{t("heading")}</p>
        <nav
          ref={nav}
          aria-label={t("heading")}
          className="relative mt-3 flex gap-1 overflow-x-auto text-sm max-md:-mx-4 max-md:border-border max-md:border-b max-md:px-3 max-md:pb-2 md:flex-col"
        >
          {PAGES.map(([href, key]) => (
            <Link
              key={href}
              href={href}
              aria-current={path === href ? "page" : undefined}
              className="flex h-9 items-center whitespace-nowrap rounded-lg px-3 text-muted hover:text-foreground aria-[current=page]:bg-default aria-[current=page]:font-medium aria-[current=page]:text-foreground"
            >
              {t(`pages.${key}`)}
            </Link>
          ))}
        </nav>
      </div>
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}

/** The heading of one settings page. */
export function PageHeading({ children, text }: { children: ReactNode; text?: string }) {
  return (
    <div className="md:pt-1">
      <h1 className="font-bold text-lg tracking-tight">{children}</h1>
      {text ? <p className="mt-1 text-muted text-sm">{text}</p> : null}
    </div>
  );
}
