"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { acceptInvitationMutation, getMeOptions } from "@/api/generated/@tanstack/react-query.gen";
import { chooseWorkspace } from "@/api/workspace";
import { Link } from "@/i18n/navigation";
import { ProblemNotice } from "@/ui/problem-notice";
import { useLinkToken } from "./link-token";
import { Said } from "./said";
import { SubmitButton } from "./submit-button";

/** Joining needs an account; the link comes along through sign-in or sign-up, behind the `#` as before. */
export function InvitationPage() {
  const t = useTranslations("entry");
  const language = useLocale();
  const token = useLinkToken();
  const me = useQuery({ ...getMeOptions(), retry: false });
  const accept = useMutation({
    ...acceptInvitationMutation(),
    onSuccess: (joined) => {
      chooseWorkspace(joined.id);
      window.location.assign(`/${language}/app`);
    },
  });
  if (token === "") return <Said heading={t("linkBroken")} text={t("invitationBrokenText")} />;
  const back = encodeURIComponent(`/${language}/invitation#token=${token ?? ""}`);
  if (me.isError) {
    return (
      <Said heading={t("invitation")} text={t("invitationSignIn")}>
        <span className="flex gap-4 font-medium text-accent-text">
          <Link href={`/sign-in?next=${back}`} className="py-1 underline underline-offset-4">
            {t("signIn")}
          </Link>
          <Link href={`/sign-up?next=${back}`} className="py-1 underline underline-offset-4">
            {t("signUp")}
          </Link>
        </span>
      </Said>
    );
  }
  return (
    <div className="flex flex-col gap-5">
      <Said heading={t("invitation")} text={me.data ? t("invitationText", { email: me.data.email }) : ""} />
      <ProblemNotice error={accept.error} />
      <SubmitButton
        isDisabled={!me.data}
        isPending={accept.isPending || accept.isSuccess}
        onPress={() => token && accept.mutate({ body: { token } })}
      >
        {t("join")}
      </SubmitButton>
    </div>
  );
}
