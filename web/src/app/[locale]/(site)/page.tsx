import { getTranslations } from "next-intl/server";
import { Landing } from "@/features/site/landing";
import { publicPage } from "@/features/site/metadata";
import { languageOf, type PageProps } from "@/i18n/page";

export async function generateMetadata({ params }: PageProps) {
  const language = await languageOf(params);
  const t = await getTranslations({ locale: language, namespace: "site" });
  return publicPage(language, "", `${t("heading")} ${t("headingProof")}`);
}

export default async function Page({ params }: PageProps) {
  await languageOf(params);
  return <Landing />;
}
