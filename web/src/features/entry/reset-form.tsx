"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { resetPasswordMutation } from "@/api/generated/@tanstack/react-query.gen";
import { Link } from "@/i18n/navigation";
import { EntryForm } from "./form";
import { PASSWORD_LEAST, PASSWORD_MOST } from "./limits";
import { useLinkToken } from "./link-token";
import { useOnward } from "./next-page";
import { Said } from "./said";

export function ResetForm() {
  const t = useTranslations("entry");
  const token = useLinkToken();
  const onward = useOnward();
  const reset = useMutation(resetPasswordMutation());
  const anew = (
    <Link href={`/forgot-password${onward}`} className="font-medium text-accent-text underline underline-offset-4">
      {t("sendLetter")}
    </Link>
  );
  if (token === "") {
    return (
      <Said heading={t("linkBroken")} text={t("linkBrokenText")}>
        {anew}
      </Said>
    );
  }
  if (reset.isSuccess) {
    return (
      <Said heading={t("passwordChanged")} text={t("passwordChangedText")}>
        <Link href={`/sign-in${onward}`} className="font-medium text-accent-text underline underline-offset-4">
          {t("signIn")}
        </Link>
      </Said>
    );
  }
  return (
    <EntryForm
      heading={t("newPassword")}
      fields={[
        {
          name: "password",
          label: t("newPassword"),
          type: "password",
          autoComplete: "new-password",
          hint: t("passwordHint"),
          minLength: PASSWORD_LEAST,
          maxLength: PASSWORD_MOST,
        },
      ]}
      submit={t("changePassword")}
      isPending={reset.isPending}
      error={reset.error}
      onSubmit={({ password = "" }) => token && reset.mutate({ body: { token, password } })}
    >
      {reset.isError ? anew : null}
    </EntryForm>
  );
}
