import { getTranslations } from "next-intl/server";
import { DevelopersPage } from "@/features/developers/developers-page";
import { languageOf, type PageProps } from "@/i18n/page";

export async function generateMetadata({ params }: PageProps) {
  const t = await getTranslations({ locale: await languageOf(params), namespace: "developers" });
  return { title: t("heading") };
}

export default async function Page({ params }: PageProps) {
  await languageOf(params);
  return <DevelopersPage />;
}
