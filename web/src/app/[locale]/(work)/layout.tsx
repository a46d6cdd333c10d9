import "@/styles/work.css";
import { NextIntlClientProvider } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ApiProvider } from "@/api/provider";
import { findVisitor, hasSession } from "@/api/server";
import { KeysProvider } from "@/features/keys/provider";
import { WorkFrame } from "@/features/work/frame";
import { redirect } from "@/i18n/navigation";
import { languageOf, type PageProps } from "@/i18n/page";
import { Document } from "@/ui/document";
import { Early } from "@/ui/early";

type Props = PageProps & { children: ReactNode };

export async function generateMetadata({ params }: PageProps) {
  const locale = await languageOf(params);
  const t = await getTranslations({ locale, namespace: "meta" });
  return {
    title: { default: t("title"), template: "%s · NewsForge Pro" },
    robots: { index: false },
    icons: "/icon.svg",
  };
}

/** A page without any session goes to sign-in at once; whether a session is still good, the first call tells. */
export default async function Layout({ children, params }: Props) {
  const locale = await languageOf(params);
  if (!(await hasSession())) redirect({ href: "/sign-in", locale });
  return (
    <Document language={locale}>
      <NextIntlClientProvider>
        <ApiProvider visitor={await findVisitor()}>
          <Early />
          <KeysProvider>
            <WorkFrame>{children}</WorkFrame>
          </KeysProvider>
        </ApiProvider>
      </NextIntlClientProvider>
    </Document>
  );
}
