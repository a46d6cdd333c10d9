import { getTranslations } from "next-intl/server";
import { ProfilePage } from "@/features/settings/account/profile-page";
import { languageOf, type PageProps } from "@/i18n/page";

export async function generateMetadata({ params }: PageProps) {
  const t = await getTranslations({ locale: await languageOf(params), namespace: "settings" });
  return { title: t("pages.profile") };
}

export default async function Page({ params }: PageProps) {
  await languageOf(params);
  return <ProfilePage />;
}
