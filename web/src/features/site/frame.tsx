import { buttonVariants } from "@heroui/styles";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Link } from "@/i18n/navigation";
import { Brand } from "@/ui/brand";
import { LanguageSwitch } from "@/ui/language-switch";
import { ThemeToggle } from "@/ui/theme-toggle";

/** Head and foot of the public pages. Only the words that its few client parts need travel to the browser. */
export async function SiteFrame({ children }: { children: ReactNode }) {
  const t = await getTranslations("chrome");
  const { chrome } = await getMessages();
  return (
    <NextIntlClientProvider messages={{ chrome }}>
      <a href="#main" className="sr-only focus:not-sr-only">
        {t("skip")}
      </a>
      <header className="sticky top-0 z-40 border-border border-b bg-background/90 backdrop-blur">
        <div className="mx-auto flex h-14 max-w-6xl items-center gap-1 px-4">
          <Brand />
          <nav aria-label={t("navigation")} className="ml-4 hidden gap-4 text-muted text-sm sm:flex">
            <Link href="/pricing" className="hover:text-foreground">
              {t("pricing")}
            </Link>
          </nav>
          <div className="ml-auto flex items-center gap-1">
            <LanguageSwitch />
            <ThemeToggle />
            <Link href="/sign-in" className={buttonVariants({ variant: "ghost", size: "sm" })}>
              {t("signIn")}
            </Link>
            <Link href="/sign-up" className={`max-sm:hidden ${buttonVariants({ size: "sm" })}`}>
              {t("signUp")}
            </Link>
          </div>
        </div>
      </header>
      <main id="main">{children}</main>
      <footer className="border-border border-t">
        <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-6 gap-y-2 px-4 py-8 text-muted text-sm">
          <span className="mr-auto">NewsForge Pro · Apache-2.0</span>
          <Link href="/pricing" className="py-1 hover:text-foreground">
            {t("pricing")}
          </Link>
          <a href="/api/v1/reference" className="py-1 hover:text-foreground">
            {t("api")}
          </a>
          <Link href="/sign-in" className="py-1 hover:text-foreground">
            {t("signIn")}
          </Link>
        </div>
      </footer>
    </NextIntlClientProvider>
  );
}
