import { getTranslations } from "next-intl/server";
import { findConversion } from "@/api/server";
import { ConversionPage } from "@/features/converter/conversion-page";
import { languageOf } from "@/i18n/page";

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations({ locale: await languageOf(params), namespace: "converter" });
  return { title: t("posts") };
}

export default async function Page({ params }: Props) {
  const language = await languageOf(params);
  const { id } = await params;
  return <ConversionPage key={id} id={id} found={await findConversion(id, language)} />;
}
