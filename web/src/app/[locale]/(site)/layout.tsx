import "@/styles/site.css";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SiteFrame } from "@/features/site/frame";
import { publicOrigin } from "@/features/site/origin";
import { languageOf, type PageProps } from "@/i18n/page";
import { Document } from "@/ui/document";

type Props = PageProps & { children: ReactNode };

export async function generateMetadata({ params }: PageProps) {
  const locale = await languageOf(params);
  const t = await getTranslations({ locale, namespace: "meta" });
  return {
    title: { default: t("title"), template: "%s · NewsForge Pro" },
    description: t("description"),
    metadataBase: await publicOrigin(),
    icons: "/icon.svg",
  };
}

export default async function Layout({ children, params }: Props) {
  const locale = await languageOf(params);
  return (
    <Document language={locale}>
      <SiteFrame>{children}</SiteFrame>
    </Document>
  );
}
