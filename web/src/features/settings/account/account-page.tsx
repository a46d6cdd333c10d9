"use client";

import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { exportMe } from "@/api/generated";
import { deleteMeMutation } from "@/api/generated/@tanstack/react-query.gen";
import { useMe } from "@/api/me";
import { PASSWORD_MOST } from "@/features/entry/limits";
import { leaveToSignIn } from "@/features/work/leaving";
import { Button } from "@/ui/button";
import { ProblemNotice } from "@/ui/problem-notice";
import { TextLine } from "@/ui/text-line";
import { Confirm } from "../confirm";
import { Section } from "../section";
import { PageHeading } from "../settings-frame";
import { SessionList } from "./session-list";

export function AccountPage() {
  const t = useTranslations("settings");
  return (
    <>
      <PageHeading>{t("pages.account")}</PageHeading>
      <Section heading={t("sessions")} text={t("sessionsText")}>
        <SessionList />
      </Section>
      <Section heading={t("export")} text={t("exportText")}>
        <ExportData />
      </Section>
      <Section heading={t("delete")} text={t("deleteText")}>
        <DeleteAccount />
      </Section>
    </>
  );
}

function ExportData() {
  const t = useTranslations("settings");
  const save = useMutation({
    mutationFn: async () => {
      const { data } = await exportMe({ throwOnError: true });
      const url = URL.createObjectURL(new Blob([JSON.stringify(data, null, 2)], { type: "application/json" }));
      const link = Object.assign(document.createElement("a"), { href: url, download: "newsforge-account.json" });
      link.click();
      URL.revokeObjectURL(url);
    },
  });
  return (
    <>
      <Button variant="plain" className="self-start" isPending={save.isPending} onPress={() => save.mutate()}>
        <Download size={16} aria-hidden />
        {t("exportNow")}
      </Button>
      <ProblemNotice error={save.error} />
    </>
  );
}

function DeleteAccount() {
  const t = useTranslations("settings");
  const language = useLocale();
  const me = useMe().data;
  const [isAsking, setAsking] = useState(false);
  const [password, setPassword] = useState("");
  const remove = useMutation({ ...deleteMeMutation(), onSuccess: () => leaveToSignIn(language) });
  return (
    <>
      <Button variant="danger" className="self-start" isDisabled={!me} onPress={() => setAsking(true)}>
        {t("deleteNow")}
      </Button>
      {isAsking && me ? (
        <Confirm
          heading={t("delete")}
          text={t("deleteWarning")}
          action={t("deleteNow")}
          typed={me.email}
          isPending={remove.isPending || remove.isSuccess}
          error={remove.error}
          onConfirm={() => remove.mutate({ body: { password } })}
          onClose={() => setAsking(false)}
        >
          <TextLine
            label={t("password")}
            name="password"
            type="password"
            autoComplete="current-password"
            maxLength={PASSWORD_MOST}
            value={password}
            onChange={setPassword}
          />
        </Confirm>
      ) : null}
    </>
  );
}
