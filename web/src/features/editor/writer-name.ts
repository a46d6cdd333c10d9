import { useTranslations } from "next-intl";

/** A model has its own name; the writer that is built in has one in every language. */
export function useWriterName(): (writer: string | null | undefined) => string {
  const t = useTranslations("editor.rewriting");
  return (writer) => (writer === "embedded" ? t("writerEmbedded") : (writer ?? ""));
}
