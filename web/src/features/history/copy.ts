import { type ConversionOut, createConversion, getConversion } from "@/api/generated";
import { newKey } from "@/features/converter/submit";

/** A conversion of the same article with the same wishes; null where there is neither an article nor an address. */
export async function convertAgain(id: string): Promise<ConversionOut | null> {
  const { data: old } = await getConversion({ path: { conversion_id: id }, throwOnError: true });
  const source = sourceOf(old);
  if (!source) return null;
  const { data } = await createConversion({
    body: { ...wishesOf(old), source },
    headers: { "Idempotency-Key": newKey() },
    throwOnError: true,
  });
  return data;
}

/** The version that was read then; an address that could not be read is tried anew. */
export function sourceOf({ article, source }: Pick<ConversionOut, "article" | "source">) {
  if (article) return { article_id: article.id, article_version: article.version };
  return source.url ? { url: source.url } : null;
}

export function wishesOf({ wishes }: Pick<ConversionOut, "wishes">) {
  return {
    platforms: wishes.platforms,
    languages: wishes.languages.length ? wishes.languages : null,
    tone: wishes.tone as "neutral",
    length: wishes.length as "standard",
    writer: wishes.writer,
    instruction: wishes.instruction,
    disclosure: wishes.disclosure || null,
    link: wishes.link,
  };
}
