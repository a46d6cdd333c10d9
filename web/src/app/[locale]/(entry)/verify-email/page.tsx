import { getTranslations } from "next-intl/server";
import { VerifyPage } from "@/features/entry/verify-page";
import { languageOf, type PageProps } from "@/i18n/page";

export async function generateMetadata({ params }: PageProps) {
  const t = await getTranslations({ locale: await languageOf(params), namespace: "entry" });
  return { title: t("verify") };
}

export default async function Page({ params }: PageProps) {
  await languageOf(params);
  return <VerifyPage />;
}
