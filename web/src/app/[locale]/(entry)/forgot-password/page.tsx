import { getTranslations } from "next-intl/server";
import { ForgotForm } from "@/features/entry/forgot-form";
import { languageOf, type PageProps } from "@/i18n/page";

export async function generateMetadata({ params }: PageProps) {
  const t = await getTranslations({ locale: await languageOf(params), namespace: "entry" });
  return { title: t("forgot") };
}

export default async function Page({ params }: PageProps) {
  await languageOf(params);
  return <ForgotForm />;
}
