"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { openSessionMutation } from "@/api/generated/@tanstack/react-query.gen";
import { Link } from "@/i18n/navigation";
import { EntryForm } from "./form";
import { EMAIL_LIMITS, PASSWORD_MOST } from "./limits";
import { useGoOn, useOnward } from "./next-page";

export function SignInForm() {
  const t = useTranslations("entry");
  const goOn = useGoOn();
  const onward = useOnward();
  const signIn = useMutation({ ...openSessionMutation(), onSuccess: goOn });
  return (
    <EntryForm
      heading={t("signIn")}
      fields={[
        { name: "email", label: t("email"), type: "email", autoComplete: "username", ...EMAIL_LIMITS },
        {
          name: "password",
          label: t("password"),
          type: "password",
          autoComplete: "current-password",
          maxLength: PASSWORD_MOST,
        },
      ]}
      submit={t("signIn")}
      isPending={signIn.isPending || signIn.isSuccess}
      error={signIn.error}
      onSubmit={({ email = "", password = "" }) => signIn.mutate({ body: { email, password } })}
    >
      <p className="flex justify-between text-sm">
        <Link
          href={`/forgot-password${onward}`}
          className="py-1 text-muted underline underline-offset-4 hover:text-foreground"
        >
          {t("forgot")}
        </Link>
        <Link href={`/sign-up${onward}`} className="py-1 font-medium text-accent-text underline underline-offset-4">
          {t("toSignUp")}
        </Link>
      </p>
    </EntryForm>
  );
}
