import { buttonVariants } from "@heroui/styles";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { BrandName } from "@/ui/brand-name";
import { ThemeButton } from "@/ui/theme-button";
import { WebFont } from "@/ui/web-font";
import { SiteLanguage } from "./site-language";
import { SiteLink } from "./site-link";

/** Head and foot of the public pages. */
export async function SiteFrame({ children }: { children: ReactNode }) {
  const t = await getTranslations("chrome");
  return (
    <>
      <a href="#main" className="sr-only focus:not-sr-only">
        {t("skip")}
      </a>
      <header className="sticky top-0 z-40 border-border border-b bg-background/90 backdrop-blur">
        <div className="mx-auto flex h-14 max-w-6xl items-center gap-1 px-4">
          <SiteLink href="/" className="flex shrink-0 items-center">
            <BrandName />
          </SiteLink>
          <nav aria-label={t("navigation")} className="ml-4 hidden gap-4 text-muted text-sm sm:flex">
            <SiteLink href="/pricing" className="hover:text-foreground">
              {t("pricing")}
            </SiteLink>
          </nav>
          <div className="ml-auto flex items-center gap-1">
            <SiteLanguage label={t("language")} language={await getLocale()} />
            <ThemeButton label={t("theme")} />
            <SiteLink href="/sign-in" className={buttonVariants({ variant: "ghost", size: "sm" })}>
              {t("signIn")}
            </SiteLink>
            <SiteLink href="/sign-up" className={`max-sm:hidden ${buttonVariants({ size: "sm" })}`}>
              {t("signUp")}
            </SiteLink>
          </div>
        </div>
      </header>
      <WebFont />
      <main id="main">{children}</main>
      <footer className="border-border border-t">
        <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-6 gap-y-2 px-4 py-8 text-muted text-sm">
          <span className="mr-auto">NewsForge Pro · Apache-2.0</span>
          <SiteLink href="/pricing" className="py-1 hover:text-foreground">
            {t("pricing")}
          </SiteLink>
          <a href="/api/v1/reference" className="py-1 hover:text-foreground">
            {t("api")}
          </a>
          <SiteLink href="/sign-in" className="py-1 hover:text-foreground">
            {t("signIn")}
          </SiteLink>
        </div>
      </footer>
    </>
  );
}
