"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type InvitationOffer, lookUpInvitation } from "@/api/generated";
import { asProblem } from "@/api/problem";

/** What is known of an invitation before it is accepted. Unknown, used, withdrawn and run out are one refusal. */
export type Offer = { says: InvitationOffer | undefined; isRefused: boolean };

/** A token that has not even the form of one is refused as well. */
export const isInvitationRefused = (error: unknown) => asProblem(error).status === 422;

/** Where the link leads, looked up once; while that is under way or cannot be had, the page says no more than before. */
export function useOffer(token: string | undefined): Offer {
  const found = useQuery({
    queryKey: ["invitation", token],
    queryFn: async ({ signal }) => (await lookUpInvitation({ body: { token: token ?? "" }, signal })).data,
    enabled: Boolean(token),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return { says: found.data, isRefused: found.isError && isInvitationRefused(found.error) };
}

export function useOfferWords({ says }: Offer): { heading: string; from: string } {
  const t = useTranslations("entry");
  const roles = useTranslations("work.roles");
  if (!says) return { heading: t("invitation"), from: "" };
  const role = roles(says.role);
  const inviter = says.inviter_name;
  return {
    heading: t("invitationTo", { workspace: says.workspace_name }),
    from: inviter ? t("invitationFrom", { inviter, role }) : t("invitationAs", { role }),
  };
}
