"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useCallback, useEffect, useRef, useState } from "react";
import { getMe, type MeOut, openSession } from "@/api/generated";
import { getMeQueryKey } from "@/api/generated/@tanstack/react-query.gen";
import { SESSION_OPENED } from "@/api/session";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { ProblemNotice } from "@/ui/problem-notice";
import { TextLine } from "@/ui/text-line";
import { leaveToSignIn } from "./leaving";

export function SignInAgain({ onDone }: { onDone: () => void }) {
  const t = useTranslations("work.ended");
  const language = useLocale();
  const client = useQueryClient();
  // The address is of whoever worked here. On a page that never learned it there is nothing typed to lose.
  const [before] = useState(() => client.getQueryData<MeOut>(getMeQueryKey()));
  const [email, setEmail] = useState(before?.email ?? "");
  const [password, setPassword] = useState("");
  const goOn = useGoOn(before, onDone);
  const open = useMutation({
    mutationFn: () => openSession({ body: { email, password }, throwOnError: true }),
    onSuccess: goOn,
  });
  useSignInElsewhere(goOn);
  return (
    <Dialog heading={t("heading")}>
      <p className="text-muted text-sm">{t("text")}</p>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          // The page below may hold a form around this one.
          event.stopPropagation();
          if (!open.isPending) open.mutate();
        }}
      >
        <TextLine
          label={t("email")}
          type="email"
          name="email"
          value={email}
          onChange={setEmail}
          isReadOnly={!!before}
          autoComplete="username"
        />
        <TextLine
          label={t("password")}
          type="password"
          name="password"
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          maxLength={128}
          takesFocus
        />
        <ProblemNotice error={open.error} />
        <Button type="submit" isWide isPending={open.isPending}>
          {t("submit")}
        </Button>
      </form>
      <button
        type="button"
        onClick={() => leaveToSignIn(language)}
        className="min-h-6 self-start text-muted text-sm underline underline-offset-4 hover:text-foreground"
      >
        {t("other")}
      </button>
    </Dialog>
  );
}

function useGoOn(before: MeOut | undefined, onDone: () => void): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(async () => {
    const { data } = await getMe({ throwOnError: true });
    // Somebody else has signed in in another tab: what stands here is not theirs to see.
    if (before && data.id !== before.id) return window.location.reload();
    client.setQueryData(getMeQueryKey(), data);
    onDone();
    window.dispatchEvent(new Event(SESSION_OPENED));
    await client.invalidateQueries();
  }, [before, client, onDone]);
}

/** Another tab may have signed in meanwhile; then there is nothing to ask. */
function useSignInElsewhere(goOn: () => Promise<void>): void {
  const latest = useRef(goOn);
  latest.current = goOn;
  useEffect(() => {
    const look = async () => {
      if (document.visibilityState !== "visible") return;
      const answer = await fetch("/api/v1/me", { credentials: "same-origin" }).catch(() => null);
      if (answer?.ok) await latest.current().catch(() => undefined);
    };
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, []);
}
