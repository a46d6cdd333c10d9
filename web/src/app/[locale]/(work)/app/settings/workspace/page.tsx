import { getTranslations } from "next-intl/server";
import { WorkspacePage } from "@/features/settings/workspace/workspace-page";
import { languageOf, type PageProps } from "@/i18n/page";

export async function generateMetadata({ params }: PageProps) {
  const t = await getTranslations({ locale: await languageOf(params), namespace: "settings" });
  return { title: t("pages.workspace") };
}

export default async function Page({ params }: PageProps) {
  await languageOf(params);
  return <WorkspacePage />;
}
