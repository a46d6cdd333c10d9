"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { forgotPasswordMutation } from "@/api/generated/@tanstack/react-query.gen";
import { EntryForm } from "./form";
import { EMAIL_LIMITS } from "./limits";
import { Said } from "./said";

export function ForgotForm() {
  const t = useTranslations("entry");
  const ask = useMutation(forgotPasswordMutation());
  if (ask.isSuccess) {
    return <Said heading={t("letterSent")} text={t("resetSentText", { email: ask.variables.body.email })} />;
  }
  return (
    <EntryForm
      heading={t("forgot")}
      lead={t("forgotLead")}
      fields={[{ name: "email", label: t("email"), type: "email", autoComplete: "username", ...EMAIL_LIMITS }]}
      submit={t("sendLetter")}
      isPending={ask.isPending}
      error={ask.error}
      onSubmit={({ email = "" }) => ask.mutate({ body: { email } })}
    />
  );
}
