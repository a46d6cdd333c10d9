"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link, usePathname } from "@/i18n/navigation";
import { BrandMark } from "@/ui/brand";
import { LanguageSwitch } from "@/ui/language-switch";
import { ThemeToggle } from "@/ui/theme-toggle";
import { WebFont } from "@/ui/web-font";
import { Banners } from "./banners";
import { Unbroken } from "./broken";
import { PersonMenu } from "./person-menu";
import { Places } from "./places";
import { SessionDialog } from "./session-dialog";
import { WorkspaceSwitch } from "./workspace-switch";

/** The bar over every page of the workspace. On a phone the places stand in a row of their own that scrolls away. */
export function WorkFrame({ children }: { children: ReactNode }) {
  const c = useTranslations("chrome");
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-lg focus:bg-background focus:px-3 focus:py-2"
      >
        {c("skip")}
      </a>
      <header className="sticky top-0 z-40 flex h-14 items-center gap-2 border-border border-b bg-background px-3 sm:gap-3 sm:px-4">
        <Link href="/app" aria-label="NewsForge Pro" className="grid size-9 shrink-0 place-items-center">
          <BrandMark />
        </Link>
        <WorkspaceSwitch />
        <Places className="ml-2 hidden gap-1 text-sm md:flex" />
        <div className="ml-auto flex shrink-0 items-center gap-1">
          <span className="hidden items-center gap-1 sm:flex">
            <LanguageSwitch />
            <ThemeToggle />
          </span>
          <PersonMenu />
        </div>
      </header>
      <Places className="flex gap-0.5 overflow-x-auto border-border border-b px-2 py-1 text-sm md:hidden" />
      <Banners />
      <main id="main" className="flex flex-1 flex-col">
        <Unbroken path={usePathname()}>{children}</Unbroken>
      </main>
      <SessionDialog />
      <WebFont />
    </div>
  );
}
