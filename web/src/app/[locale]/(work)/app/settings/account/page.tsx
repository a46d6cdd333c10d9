import { getTranslations } from "next-intl/server";
import { AccountPage } from "@/features/settings/account/account-page";
import { languageOf, type PageProps } from "@/i18n/page";

export async function generateMetadata({ params }: PageProps) {
  const t = await getTranslations({ locale: await languageOf(params), namespace: "settings" });
  return { title: t("pages.account") };
}

export default async function Page({ params }: PageProps) {
  await languageOf(params);
  return <AccountPage />;
}
