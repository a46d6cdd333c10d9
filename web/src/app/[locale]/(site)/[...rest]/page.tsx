import { notFound } from "next/navigation";
import { languageOf, type PageProps } from "@/i18n/page";

// Any address at all leads here: none of them is worth keeping.
export const dynamic = "force-dynamic";

/** No page has this address; the head and foot of the public pages stand around what says so. */
export default async function Page({ params }: PageProps) {
  await languageOf(params);
  notFound();
}
