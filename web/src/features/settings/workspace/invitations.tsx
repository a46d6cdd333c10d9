"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Mail } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import type { InvitationOut, MeOut } from "@/api/generated";
import {
  createInvitationMutation,
  listInvitationsOptions,
  listInvitationsQueryKey,
  withdrawInvitationMutation,
} from "@/api/generated/@tanstack/react-query.gen";
import { ROLES, type Role, rankOf } from "@/api/me";
import { EMAIL_LIMITS } from "@/features/entry/limits";
import { Button } from "@/ui/button";
import { ProblemNotice } from "@/ui/problem-notice";
import { RowsSkeleton } from "@/ui/skeleton";
import { TextLine } from "@/ui/text-line";
import { Saved } from "../saved";
import { Row, Rows } from "../section";

export function Invitations({ me }: { me: MeOut }) {
  const t = useTranslations("settings.team");
  const open = useQuery(listInvitationsOptions());
  return (
    <>
      <InviteForm me={me} />
      {open.isPending ? <RowsSkeleton rows={1} /> : null}
      {open.isError ? <ProblemNotice error={open.error} onRetry={() => void open.refetch()} /> : null}
      {open.data?.items.length ? (
        <div className="flex flex-col gap-2">
          <h3 className="font-medium text-muted text-sm">{t("pending")}</h3>
          <Rows label={t("pending")}>
            {open.data.items.map((each) => (
              <InvitationRow key={each.id} invitation={each} />
            ))}
          </Rows>
        </div>
      ) : null}
    </>
  );
}

function InviteForm({ me }: { me: MeOut }) {
  const t = useTranslations("settings.team");
  const roles = useTranslations("work.roles");
  const client = useQueryClient();
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("editor");
  const invite = useMutation({
    ...createInvitationMutation(),
    onSuccess: () => {
      setEmail("");
      void client.invalidateQueries({ queryKey: listInvitationsQueryKey() });
    },
  });
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!invite.isPending) invite.mutate({ body: { email: email.trim(), role } });
      }}
    >
      <TextLine
        label={t("email")}
        name="invite-email"
        type="email"
        value={email}
        {...EMAIL_LIMITS}
        onChange={(typed) => {
          setEmail(typed);
          if (invite.isSuccess && typed) invite.reset();
        }}
      />
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-1 font-medium text-sm">{t("role")}</legend>
        {ROLES.filter((each) => rankOf(each) <= rankOf(me.role)).map((each) => (
          <label key={each} className="flex min-h-7 items-baseline gap-2 text-sm">
            <input
              type="radio"
              name="invite-role"
              className="size-4 translate-y-0.5 accent-[var(--accent)]"
              checked={role === each}
              onChange={() => setRole(each)}
            />
            <span>
              {roles(each)} <span className="text-muted">— {t(`roleText.${each}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <ProblemNotice error={invite.error} />
      <div className="flex items-center gap-3">
        <Button type="submit" isPending={invite.isPending}>
          {t("send")}
        </Button>
        <Saved isShown={invite.isSuccess} text={t("sent")} />
      </div>
    </form>
  );
}

function InvitationRow({ invitation }: { invitation: InvitationOut }) {
  const t = useTranslations("settings.team");
  const roles = useTranslations("work.roles");
  const format = useFormatter();
  const client = useQueryClient();
  const withdraw = useMutation({
    ...withdrawInvitationMutation(),
    onSettled: () => client.invalidateQueries({ queryKey: listInvitationsQueryKey() }),
  });
  const end = format.dateTime(new Date(invitation.expires_at), { dateStyle: "medium" });
  return (
    <Row>
      <Mail size={18} aria-hidden className="text-muted" />
      <div className="min-w-40 flex-1">
        <p className="truncate font-medium text-sm">{invitation.email}</p>
        <p className="text-muted text-xs">
          {roles(invitation.role)} · {t("validUntil", { date: end })}
        </p>
      </div>
      <Button
        size="small"
        variant="quiet"
        isPending={withdraw.isPending}
        aria-label={t("withdrawOf", { email: invitation.email })}
        onPress={() => withdraw.mutate({ path: { invitation_id: invitation.id } })}
      >
        {t("withdraw")}
      </Button>
      <ProblemNotice error={withdraw.error} />
    </Row>
  );
}
