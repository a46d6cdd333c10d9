"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { MembershipOut, MeOut } from "@/api/generated";
import {
  createWorkspaceMutation,
  deleteWorkspaceMutation,
  getMeQueryKey,
  renameWorkspaceMutation,
} from "@/api/generated/@tanstack/react-query.gen";
import { currentMembership, useMe } from "@/api/me";
import { useWorkspaceChange, useWorkspaceName } from "@/features/work/workspace-switch";
import { Button } from "@/ui/button";
import { ProblemNotice } from "@/ui/problem-notice";
import { RowsSkeleton } from "@/ui/skeleton";
import { TextLine } from "@/ui/text-line";
import { Confirm } from "../confirm";
import { Saved } from "../saved";
import { NotAllowed, Section } from "../section";
import { PageHeading } from "../settings-frame";
import { Invitations } from "./invitations";
import { Members } from "./members";

const NAME_MOST = 100;

export function WorkspacePage() {
  const t = useTranslations("settings");
  const nameOf = useWorkspaceName();
  const me = useMe();
  const current = me.data && currentMembership(me.data);
  return (
    <>
      <PageHeading text={current ? nameOf(current) : undefined}>{t("pages.workspace")}</PageHeading>
      {me.isPending ? <RowsSkeleton className="h-24 first:mt-5" /> : null}
      {me.isError ? (
        <div className="mt-5">
          <ProblemNotice error={me.error} onRetry={() => void me.refetch()} />
        </div>
      ) : null}
      {me.data && current ? <Sections key={current.workspace_id} me={me.data} current={current} /> : null}
    </>
  );
}

function Sections({ me, current }: { me: MeOut; current: MembershipOut }) {
  const t = useTranslations("settings.team");
  const isTeam = current.kind !== "personal";
  const mayManage = me.scopes.includes("workspace:manage");
  return (
    <>
      {isTeam && mayManage ? (
        <Section heading={t("name")}>
          <Rename current={current} />
        </Section>
      ) : null}
      {isTeam ? (
        <Section heading={t("members")} text={t("membersText")}>
          <Members me={me} />
        </Section>
      ) : null}
      {isTeam ? (
        <Section heading={t("invite")} text={t("inviteText")}>
          {me.scopes.includes("members:manage") ? <Invitations me={me} /> : <NotAllowed>{t("onlyAdmins")}</NotAllowed>}
        </Section>
      ) : null}
      <Section heading={t("new")} text={t(isTeam ? "newText" : "newFromPersonal")}>
        <Create />
      </Section>
      {isTeam && mayManage ? (
        <Section heading={t("delete")} text={t("deleteText")}>
          <Delete current={current} />
        </Section>
      ) : null}
    </>
  );
}

function Rename({ current }: { current: MembershipOut }) {
  const t = useTranslations("settings");
  const client = useQueryClient();
  const [name, setName] = useState(current.workspace_name);
  const rename = useMutation({
    ...renameWorkspaceMutation(),
    onSuccess: () => client.invalidateQueries({ queryKey: getMeQueryKey() }),
  });
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!rename.isPending) rename.mutate({ body: { name: name.trim() } });
      }}
    >
      <TextLine label={t("team.name")} name="workspace-name" value={name} onChange={setName} maxLength={NAME_MOST} />
      <ProblemNotice error={rename.error} />
      <div className="flex items-center gap-3">
        <Button type="submit" variant="plain" isPending={rename.isPending}>
          {t("save")}
        </Button>
        <Saved isShown={rename.isSuccess} />
      </div>
    </form>
  );
}

function Create() {
  const t = useTranslations("settings.team");
  const change = useWorkspaceChange();
  const form = useRef<HTMLFormElement>(null);
  const [name, setName] = useState("");
  useEffect(() => {
    if (new URLSearchParams(window.location.search).has("new")) form.current?.querySelector("input")?.focus();
  }, []);
  const create = useMutation({ ...createWorkspaceMutation(), onSuccess: (made) => change(made.id) });
  return (
    <form
      ref={form}
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!create.isPending) create.mutate({ body: { name: name.trim() } });
      }}
    >
      <TextLine label={t("newName")} name="new-workspace" value={name} onChange={setName} maxLength={NAME_MOST} />
      <ProblemNotice error={create.error} />
      <Button type="submit" variant="plain" className="self-start" isPending={create.isPending}>
        {t("create")}
      </Button>
    </form>
  );
}

function Delete({ current }: { current: MembershipOut }) {
  const t = useTranslations("settings.team");
  const change = useWorkspaceChange();
  const [isAsking, setAsking] = useState(false);
  const remove = useMutation({ ...deleteWorkspaceMutation(), onSuccess: () => change(null) });
  return (
    <>
      <Button variant="danger" className="self-start" onPress={() => setAsking(true)}>
        {t("deleteNow")}
      </Button>
      {isAsking ? (
        <Confirm
          heading={t("delete")}
          text={t("deleteWarning")}
          action={t("deleteNow")}
          typed={current.workspace_name}
          isPending={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate({})}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
