"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { verifyEmailMutation } from "@/api/generated/@tanstack/react-query.gen";
import { Link } from "@/i18n/navigation";
import { ProblemNotice } from "@/ui/problem-notice";
import { keptInvitation } from "./kept-invitation";
import { useLinkToken } from "./link-token";
import { Said } from "./said";
import { SubmitButton } from "./submit-button";

/** By a click, not by opening: mail programs open every link of a letter to look at it. */
export function VerifyPage() {
  const t = useTranslations("entry");
  const token = useLinkToken();
  const verify = useMutation(verifyEmailMutation());
  if (token === "") return <Said heading={t("linkBroken")} text={t("verifyBrokenText")} />;
  if (verify.isSuccess) {
    const isInvited = keptInvitation() !== null;
    return (
      <Said heading={t("verified")} text={t("verifiedText")}>
        <Link
          href={isInvited ? "/invitation" : "/app"}
          className="font-medium text-accent-text underline underline-offset-4"
        >
          {t(isInvited ? "toInvitation" : "toWorkspace")}
        </Link>
      </Said>
    );
  }
  return (
    <div className="flex flex-col gap-5">
      <Said heading={t("verify")} text={t("verifyText")} />
      <ProblemNotice error={verify.error} />
      <SubmitButton isPending={verify.isPending} onPress={() => token && verify.mutate({ body: { token } })}>
        {t("verifyNow")}
      </SubmitButton>
    </div>
  );
}
