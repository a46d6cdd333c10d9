"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { BadgeCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { MeOut } from "@/api/generated";
import {
  changeMeMutation,
  getMeQueryKey,
  listMembersQueryKey,
  resendVerificationMutation,
} from "@/api/generated/@tanstack/react-query.gen";
import { useMe } from "@/api/me";
import { NAME_MOST } from "@/features/entry/limits";
import { usePathname, useRouter } from "@/i18n/navigation";
import { type Language, routing } from "@/i18n/routing";
import { Button } from "@/ui/button";
import { ProblemNotice } from "@/ui/problem-notice";
import { RowsSkeleton } from "@/ui/skeleton";
import { TextLine } from "@/ui/text-line";
import { Saved } from "../saved";
import { Section } from "../section";
import { PageHeading } from "../settings-frame";
import { PasswordForm } from "./password-form";

const LANGUAGE_NAMES: Record<Language, string> = { ko: "한국어", en: "English", ja: "日本語" };

export function ProfilePage() {
  const t = useTranslations("settings");
  const me = useMe();
  return (
    <>
      <PageHeading>{t("pages.profile")}</PageHeading>
      {me.isPending ? <RowsSkeleton className="h-24 first:mt-5" /> : null}
      {me.isError ? (
        <div className="mt-5">
          <ProblemNotice error={me.error} onRetry={() => void me.refetch()} />
        </div>
      ) : null}
      {me.data ? (
        <>
          <Section heading={t("you")} text={t("youText")}>
            <ProfileForm me={me.data} />
          </Section>
          <Section heading={t("email")} text={t("emailText")}>
            <Address me={me.data} />
          </Section>
          <Section heading={t("password")} text={t("passwordText")}>
            <PasswordForm email={me.data.email} />
          </Section>
        </>
      ) : null}
    </>
  );
}

function ProfileForm({ me }: { me: MeOut }) {
  const t = useTranslations("settings");
  const client = useQueryClient();
  const router = useRouter();
  const path = usePathname();
  const [name, setName] = useState(me.name);
  const [language, setLanguage] = useState(me.language);
  const save = useMutation({
    ...changeMeMutation(),
    onSuccess: (changed) => {
      client.setQueryData(getMeQueryKey(), changed);
      void client.invalidateQueries({ queryKey: listMembersQueryKey() });
      if (changed.language !== me.language) router.replace(path, { locale: changed.language as Language });
    },
  });
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!save.isPending) save.mutate({ body: { name: name.trim(), language: language as Language } });
      }}
    >
      <TextLine
        label={t("name")}
        name="name"
        value={name}
        onChange={setName}
        maxLength={NAME_MOST}
        autoComplete="name"
      />
      <label className="flex max-w-md flex-col gap-1.5 font-medium text-sm">
        {t("language")}
        <select
          value={language}
          onChange={(event) => setLanguage(event.target.value)}
          className="h-9 rounded-lg border border-[var(--field-border)] bg-surface px-2 font-normal"
        >
          {routing.locales.map((each) => (
            <option key={each} value={each} lang={each}>
              {LANGUAGE_NAMES[each]}
            </option>
          ))}
        </select>
        <span className="font-normal text-muted">{t("languageHint")}</span>
      </label>
      <ProblemNotice error={save.error} />
      <div className="flex items-center gap-3">
        <Button type="submit" isPending={save.isPending}>
          {t("save")}
        </Button>
        <Saved isShown={save.isSuccess} />
      </div>
    </form>
  );
}

function Address({ me }: { me: MeOut }) {
  const t = useTranslations("settings");
  const resend = useMutation(resendVerificationMutation());
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium">{me.email}</span>
        {me.verified_at ? (
          <span className="flex items-center gap-1 text-good text-sm">
            <BadgeCheck size={16} aria-hidden />
            {t("confirmed")}
          </span>
        ) : (
          <span className="text-sm text-warn">{t("unconfirmed")}</span>
        )}
      </p>
      {me.verified_at ? null : (
        <div className="flex items-center gap-3">
          <Button
            variant="plain"
            isPending={resend.isPending}
            isDisabled={resend.isSuccess}
            onPress={() => resend.mutate({ body: { email: me.email } })}
          >
            {t("resend")}
          </Button>
          <Saved isShown={resend.isSuccess} text={t("resent")} />
        </div>
      )}
      <ProblemNotice error={resend.error} />
    </>
  );
}
