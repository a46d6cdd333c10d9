import { Landing } from "@/features/site/landing";
import { publicPage } from "@/features/site/metadata";
import { languageOf, type PageProps } from "@/i18n/page";

export async function generateMetadata({ params }: PageProps) {
  return publicPage(await languageOf(params), "");
}

export default async function Page({ params }: PageProps) {
  await languageOf(params);
  return <Landing />;
}
