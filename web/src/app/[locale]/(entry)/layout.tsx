import "@/styles/entry.css";
import { NextIntlClientProvider } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ApiProvider } from "@/api/provider";
import { EntryFrame } from "@/features/entry/frame";
import { languageOf, type PageProps } from "@/i18n/page";
import { routing } from "@/i18n/routing";
import { Document } from "@/ui/document";
import { Early } from "@/ui/early";

type Props = PageProps & { children: ReactNode };

export const generateStaticParams = () => routing.locales.map((locale) => ({ locale }));

export async function generateMetadata({ params }: PageProps) {
  const locale = await languageOf(params);
  const t = await getTranslations({ locale, namespace: "meta" });
  return {
    title: { default: t("title"), template: "%s · NewsForge Pro" },
    description: t("description"),
    icons: "/icon.svg",
  };
}

export default async function Layout({ children, params }: Props) {
  const locale = await languageOf(params);
  return (
    <Document language={locale}>
      <NextIntlClientProvider>
        <ApiProvider>
          <Early />
          <EntryFrame>{children}</EntryFrame>
        </ApiProvider>
      </NextIntlClientProvider>
    </Document>
  );
}
