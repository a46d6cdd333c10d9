"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/ui/button";
import { ProblemNotice } from "@/ui/problem-notice";

type Props = {
  query: {
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    isFetchNextPageError: boolean;
    error: unknown;
    fetchNextPage: () => unknown;
  };
};

export function LoadMore({ query }: Props) {
  const t = useTranslations("settings");
  if (!query.hasNextPage) return null;
  return (
    <>
      {query.isFetchNextPageError ? <ProblemNotice error={query.error} /> : null}
      <Button
        variant="plain"
        className="self-start"
        isPending={query.isFetchingNextPage}
        onPress={() => void query.fetchNextPage()}
      >
        {t("loadMore")}
      </Button>
    </>
  );
}
