"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { getMeOptions, listMembersOptions } from "@/api/generated/@tanstack/react-query.gen";

/** Names for the people of the workspace; `me` is how one is called oneself. */
export function usePersonName(me: "me" | "elsewhere" = "me"): (id: string | null) => string {
  const t = useTranslations("editor.people");
  const { data: person } = useQuery({ ...getMeOptions(), staleTime: 300_000 });
  const { data: members } = useQuery({ ...listMembersOptions(), staleTime: 300_000, retry: false });
  return (id) => {
    if (id === null) return t("writer");
    if (id === person?.id) return t(me);
    return members?.items.find((member) => member.user_id === id)?.name || t("someone");
  };
}
