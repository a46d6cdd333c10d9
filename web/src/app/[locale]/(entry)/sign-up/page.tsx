import { getTranslations } from "next-intl/server";
import { SignUpForm } from "@/features/entry/sign-up-form";
import { languageOf, type PageProps } from "@/i18n/page";

export async function generateMetadata({ params }: PageProps) {
  const t = await getTranslations({ locale: await languageOf(params), namespace: "entry" });
  return { title: t("signUp") };
}

export default async function Page({ params }: PageProps) {
  await languageOf(params);
  return <SignUpForm />;
}
