import { getTranslations } from "next-intl/server";
import { publicPage } from "@/features/site/metadata";
import { Pricing } from "@/features/site/pricing";
import { languageOf, type PageProps } from "@/i18n/page";

export async function generateMetadata({ params }: PageProps) {
  const language = await languageOf(params);
  const t = await getTranslations({ locale: language, namespace: "pricing" });
  return {
    title: t("heading"),
    description: t("lead"),
    ...publicPage(language, "/pricing", `${t("heading")}: ${t("lead")}`),
  };
}

export default async function Page({ params }: PageProps) {
  await languageOf(params);
  return <Pricing />;
}
