"use client";

import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { openSession, signUp } from "@/api/generated";
import { asProblem } from "@/api/problem";
import { Link } from "@/i18n/navigation";
import { EntryForm } from "./form";
import { EMAIL_LIMITS, NAME_MOST, PASSWORD_LEAST, PASSWORD_MOST } from "./limits";
import { useGoOn, useOnward } from "./next-page";
import { Said } from "./said";

type Person = { email: string; password: string; name: string };

/**
 * Signing up signs in at once: the address is confirmed later, by the letter. The API answers the same for an address
 * that it knows; then the sign-in fails and all that is said is that a letter is under way.
 */
export function SignUpForm() {
  const t = useTranslations("entry");
  const language = useLocale();
  const goOn = useGoOn();
  const onward = useOnward();
  const [sentTo, setSentTo] = useState("");
  const join = useMutation({
    mutationFn: async ({ email, password, name }: Person) => {
      await signUp({ body: { email, password, name, language } });
      try {
        await openSession({ body: { email, password } });
        return true;
      } catch (error) {
        if (asProblem(error).code === "wrong_credentials") return false;
        throw error;
      }
    },
    onSuccess: (isIn, { email }) => (isIn ? goOn() : setSentTo(email)),
  });
  if (sentTo) {
    return (
      <Said heading={t("letterSent")} text={t("letterSentText", { email: sentTo })}>
        <Link href={`/sign-in${onward}`} className="font-medium text-accent-text underline underline-offset-4">
          {t("signIn")}
        </Link>
      </Said>
    );
  }
  return (
    <EntryForm
      heading={t("signUp")}
      lead={t("signUpLead")}
      fields={[
        { name: "name", label: t("name"), autoComplete: "name", maxLength: NAME_MOST },
        { name: "email", label: t("email"), type: "email", autoComplete: "username", ...EMAIL_LIMITS },
        {
          name: "password",
          label: t("password"),
          type: "password",
          autoComplete: "new-password",
          hint: t("passwordHint"),
          minLength: PASSWORD_LEAST,
          maxLength: PASSWORD_MOST,
        },
      ]}
      submit={t("signUp")}
      isPending={join.isPending || (join.isSuccess && join.data)}
      error={join.error}
      onSubmit={({ email = "", password = "", name = "" }) => join.mutate({ email, password, name })}
    >
      <p className="text-muted text-sm">
        {t("haveAccount")}{" "}
        <Link href={`/sign-in${onward}`} className="font-medium text-accent-text underline underline-offset-4">
          {t("signIn")}
        </Link>
      </p>
    </EntryForm>
  );
}
