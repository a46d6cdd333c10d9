import { getTranslations } from "next-intl/server";
import { VendorsPage } from "@/features/settings/vendors/vendors-page";
import { languageOf, type PageProps } from "@/i18n/page";

export async function generateMetadata({ params }: PageProps) {
  const t = await getTranslations({ locale: await languageOf(params), namespace: "settings" });
  return { title: t("pages.vendors") };
}

export default async function Page({ params }: PageProps) {
  await languageOf(params);
  return <VendorsPage />;
}
