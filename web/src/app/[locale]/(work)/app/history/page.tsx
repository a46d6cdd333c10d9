import { getTranslations } from "next-intl/server";
import { HistoryPage } from "@/features/history/history-page";
import { languageOf, type PageProps } from "@/i18n/page";

export async function generateMetadata({ params }: PageProps) {
  const t = await getTranslations({ locale: await languageOf(params), namespace: "history" });
  return { title: t("heading") };
}

type Props = PageProps & { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ params, searchParams }: Props) {
  await languageOf(params);
  const said = Object.entries(await searchParams).flatMap(([key, value]) =>
    typeof value === "string" ? [[key, value]] : [],
  );
  return <HistoryPage query={new URLSearchParams(said).toString()} />;
}
