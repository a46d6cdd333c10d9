import { notFound } from "next/navigation";
import { languageOf, type PageProps } from "@/i18n/page";

/** No page has this address; the bar of the workspace stands above what says so. */
export default async function Page({ params }: PageProps) {
  await languageOf(params);
  notFound();
}
