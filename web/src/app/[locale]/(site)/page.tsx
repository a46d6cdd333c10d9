import { Landing } from "@/features/site/landing";
import { languageOf, type PageProps } from "@/i18n/page";

export default async function Page({ params }: PageProps) {
  await languageOf(params);
  return <Landing />;
}
