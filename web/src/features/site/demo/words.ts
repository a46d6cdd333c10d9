/** Stands in a word where a number comes. */
export const NUMBER_SIGN = "#";

export type DemoWords = Record<
  "article" | "posts" | "hint" | "loading" | "failed" | "retry" | "source" | "house" | "title" | "head" | "part",
  string
> & { fields: Record<"title" | "subject" | "preheader", string> };
