"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { MemberOut, MeOut } from "@/api/generated";
import {
  changeMemberRoleMutation,
  getMeQueryKey,
  listMembersOptions,
  listMembersQueryKey,
  removeMemberMutation,
} from "@/api/generated/@tanstack/react-query.gen";
import { ROLES, rankOf } from "@/api/me";
import { useWorkspaceChange } from "@/features/work/workspace-switch";
import { Button } from "@/ui/button";
import { ProblemNotice } from "@/ui/problem-notice";
import { Select } from "@/ui/select";
import { RowsSkeleton } from "@/ui/skeleton";
import { Confirm } from "../confirm";
import { Row, Rows } from "../section";

export function Members({ me }: { me: MeOut }) {
  const t = useTranslations("settings.team");
  const members = useQuery(listMembersOptions());
  if (members.isPending) return <RowsSkeleton rows={3} />;
  if (members.isError) return <ProblemNotice error={members.error} onRetry={() => void members.refetch()} />;
  return (
    <Rows label={t("members")}>
      {members.data.items.map((each) => (
        <MemberRow key={each.user_id} me={me} member={each} />
      ))}
    </Rows>
  );
}

function MemberRow({ me, member }: { me: MeOut; member: MemberOut }) {
  const t = useTranslations("settings.team");
  const roles = useTranslations("work.roles");
  const client = useQueryClient();
  const isMe = member.user_id === me.id;
  const mayManage = me.scopes.includes("members:manage");
  // Nobody can give or change a role above their own.
  const mayChange = mayManage && rankOf(member.role) <= rankOf(me.role);
  const role = useMutation({
    ...changeMemberRoleMutation(),
    onSettled: () => client.invalidateQueries({ queryKey: listMembersQueryKey() }),
    onSuccess: () => isMe && void client.invalidateQueries({ queryKey: getMeQueryKey() }),
  });
  return (
    <Row>
      <div className="min-w-40 flex-1">
        <p className="truncate font-medium text-sm">
          {member.name}
          {isMe ? <span className="ml-2 font-normal text-muted">{t("me")}</span> : null}
        </p>
        <p className="truncate text-muted text-xs">{member.email}</p>
      </div>
      <Select
        label={t("roleOf", { name: member.name })}
        title={mayChange ? undefined : t("mayNotChange")}
        value={role.isPending ? (role.variables.body.role ?? member.role) : member.role}
        isDisabled={!mayChange || role.isPending}
        options={ROLES.filter((each) => rankOf(each) <= rankOf(me.role) || each === member.role).map(
          (each) => [each, roles(each)] as const,
        )}
        onChange={(next) => role.mutate({ path: { user_id: member.user_id }, body: { role: next } })}
      />
      {isMe || mayChange ? <RemoveButton member={member} isMe={isMe} /> : null}
      {role.error ? (
        <div className="w-full">
          <ProblemNotice error={role.error} />
        </div>
      ) : null}
    </Row>
  );
}

function RemoveButton({ member, isMe }: { member: MemberOut; isMe: boolean }) {
  const t = useTranslations("settings.team");
  const client = useQueryClient();
  const change = useWorkspaceChange();
  const [isAsking, setAsking] = useState(false);
  const remove = useMutation({
    ...removeMemberMutation(),
    onSuccess: () => {
      setAsking(false);
      if (isMe) change(null);
      else void client.invalidateQueries({ queryKey: listMembersQueryKey() });
    },
  });
  return (
    <>
      <Button
        size="small"
        variant="quiet"
        aria-label={isMe ? undefined : t("removeOf", { name: member.name })}
        onPress={() => setAsking(true)}
      >
        {t(isMe ? "leave" : "remove")}
      </Button>
      {isAsking ? (
        <Confirm
          heading={isMe ? t("leaveAsk") : t("removeOf", { name: member.name })}
          text={t(isMe ? "leaveText" : "removeText")}
          action={t(isMe ? "leave" : "remove")}
          isPending={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate({ path: { user_id: member.user_id } })}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
