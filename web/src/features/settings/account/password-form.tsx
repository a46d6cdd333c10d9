"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { changePasswordMutation, listSessionsQueryKey } from "@/api/generated/@tanstack/react-query.gen";
import { PASSWORD_LEAST, PASSWORD_MOST } from "@/features/entry/limits";
import { Button } from "@/ui/button";
import { ProblemNotice } from "@/ui/problem-notice";
import { TextLine } from "@/ui/text-line";
import { Saved } from "../saved";

const NOTHING = { current: "", next: "" };

export function PasswordForm({ email }: { email: string }) {
  const t = useTranslations("settings");
  const client = useQueryClient();
  const [typed, setTyped] = useState(NOTHING);
  const change = useMutation({
    ...changePasswordMutation(),
    onSuccess: () => {
      setTyped(NOTHING);
      void client.invalidateQueries({ queryKey: listSessionsQueryKey() });
    },
  });
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (change.isPending) return;
        change.mutate({ body: { current_password: typed.current, new_password: typed.next } });
      }}
    >
      {/* Tells password managers whose password it is. */}
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <TextLine
        label={t("currentPassword")}
        name="current-password"
        type="password"
        autoComplete="current-password"
        maxLength={PASSWORD_MOST}
        value={typed.current}
        onChange={(current) => setTyped((now) => ({ ...now, current }))}
      />
      <TextLine
        label={t("newPassword")}
        name="new-password"
        type="password"
        autoComplete="new-password"
        hint={t("passwordHint")}
        minLength={PASSWORD_LEAST}
        maxLength={PASSWORD_MOST}
        value={typed.next}
        onChange={(next) => setTyped((now) => ({ ...now, next }))}
      />
      <ProblemNotice error={change.error} />
      <div className="flex items-center gap-3">
        <Button type="submit" variant="plain" isPending={change.isPending}>
          {t("changePassword")}
        </Button>
        <Saved isShown={change.isSuccess} text={t("passwordChanged")} />
      </div>
    </form>
  );
}
