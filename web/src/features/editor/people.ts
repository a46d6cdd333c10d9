"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { getMeOptions, listMembersOptions } from "@/api/generated/@tanstack/react-query.gen";

/** Names for the people of the workspace, asked for only where one is to be shown. */
export function usePersonName(isNeeded: boolean): (id: string | null) => string {
  const t = useTranslations("editor.people");
  const { data: me } = useQuery({ ...getMeOptions(), enabled: isNeeded, staleTime: 300_000 });
  const { data: members } = useQuery({ ...listMembersOptions(), enabled: isNeeded, staleTime: 300_000, retry: false });
  return (id) => {
    if (id === null) return t("writer");
    if (id === me?.id) return t("me");
    return members?.items.find((member) => member.user_id === id)?.name || t("someone");
  };
}
