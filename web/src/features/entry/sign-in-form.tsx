"use client";

import { Button, Input, Label, TextField } from "@heroui/react";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { openSessionMutation } from "@/api/generated/@tanstack/react-query.gen";
import { useRouter } from "@/i18n/navigation";

export function SignInForm() {
  const t = useTranslations("entry");
  const router = useRouter();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const signIn = useMutation({ ...openSessionMutation(), onSuccess: () => router.replace("/app") });
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        signIn.mutate({ body: { email, password } });
      }}
    >
      <h1 className="font-bold text-2xl">{t("signIn")}</h1>
      <TextField value={email} onChange={setEmail} type="email" isRequired autoComplete="username">
        <Label>{t("email")}</Label>
        <Input />
      </TextField>
      <TextField value={password} onChange={setPassword} type="password" isRequired autoComplete="current-password">
        <Label>{t("password")}</Label>
        <Input />
      </TextField>
      {signIn.error ? (
        <p role="alert" className="text-bad text-sm">
          {(signIn.error as unknown as Error).message}
        </p>
      ) : null}
      <Button type="submit" isPending={signIn.isPending}>
        {t("signIn")}
      </Button>
    </form>
  );
}
