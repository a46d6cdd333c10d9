"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useEffect } from "react";
import {
  acceptInvitationMutation,
  closeSessionMutation,
  getMeOptions,
} from "@/api/generated/@tanstack/react-query.gen";
import { asProblem } from "@/api/problem";
import { chooseWorkspace } from "@/api/workspace";
import { leaveToSignIn } from "@/features/work/leaving";
import { Link } from "@/i18n/navigation";
import { ProblemNotice } from "@/ui/problem-notice";
import { isInvitationRefused, type Offer, useOffer, useOfferWords } from "./invitation-offer";
import { useInvitationToken } from "./invitation-token";
import { dropInvitation, wayToInvitation } from "./kept-invitation";
import { Said } from "./said";
import { SubmitButton } from "./submit-button";

/** Joining needs an account; the invitation waits in this browser through sign-in, sign-up or a new password. */
export function InvitationPage() {
  const t = useTranslations("entry");
  const language = useLocale();
  const token = useInvitationToken();
  const me = useQuery({ ...getMeOptions(), retry: false });
  const offer = useOffer(token);
  useEffect(() => {
    if (offer.isRefused) dropInvitation();
  }, [offer.isRefused]);
  const here = wayToInvitation(language, token ?? "");
  if (token === "") return <Said heading={t("linkBroken")} text={t("invitationBrokenText")} />;
  // Only a refusal means that nobody is signed in: who is merely not reached may well be.
  if (me.isError && asProblem(me.error).status === 401) return <Invited offer={offer} here={here} />;
  if (me.isError) return <ProblemNotice error={me.error} onRetry={() => void me.refetch()} />;
  return <Join key={token} token={token} offer={offer} email={me.data?.email} here={here} />;
}

function Invited({ offer, here }: { offer: Offer; here: string }) {
  const t = useTranslations("entry");
  const { heading, from } = useOfferWords(offer);
  const onward = `?next=${encodeURIComponent(here)}`;
  if (offer.isRefused) return <Said heading={t("invitationRefused")} text={t("invitationOverText")} />;
  return (
    <Said heading={heading} text={<Lines of={[from, t("invitationSignIn")]} />}>
      <span className="flex gap-4 font-medium text-accent-text">
        <Link href={`/sign-in${onward}`} className={LINK}>
          {t("signIn")}
        </Link>
        <Link href={`/sign-up${onward}`} className={LINK}>
          {t("signUp")}
        </Link>
      </span>
    </Said>
  );
}

type JoinProps = { token: string | undefined; offer: Offer; email: string | undefined; here: string };

function Join({ token, offer, email, here }: JoinProps) {
  const t = useTranslations("entry");
  const { heading, from } = useOfferWords(offer);
  const language = useLocale();
  const accept = useMutation({
    ...acceptInvitationMutation(),
    onSuccess: (joined) => {
      dropInvitation();
      chooseWorkspace(joined.id);
      window.location.assign(`/${language}/app`);
    },
  });
  const leave = useMutation({ ...closeSessionMutation(), onSuccess: () => leaveToSignIn(language, here) });
  // It will be refused again: what is left is another account, another letter, or the place one is in already.
  const isRefused = offer.isRefused || (accept.error !== null && isInvitationRefused(accept.error));
  return (
    <div className="flex flex-col gap-5">
      {isRefused ? (
        <Said heading={t("invitationRefused")} text={t("invitationRefusedText", { email: email ?? "" })} />
      ) : (
        <Said heading={heading} text={<Lines of={[from, email ? t("invitationText", { email }) : ""]} />} />
      )}
      {isRefused ? null : (
        <>
          <ProblemNotice error={accept.error} />
          <SubmitButton
            isDisabled={!email}
            isPending={accept.isPending || accept.isSuccess}
            onPress={() => token && accept.mutate({ body: { token } })}
          >
            {t("join")}
          </SubmitButton>
        </>
      )}
      {email ? (
        <p className="flex flex-wrap justify-between gap-x-4 text-sm">
          <Link href="/app" onClick={dropInvitation} className={isRefused ? STRONG : QUIET}>
            {t("toWorkspace")}
          </Link>
          <button
            type="button"
            disabled={leave.isPending || leave.isSuccess}
            onClick={() => leave.mutate({})}
            className={QUIET}
          >
            {t("otherAccount")}
          </button>
        </p>
      ) : null}
      <ProblemNotice error={leave.error} />
    </div>
  );
}

function Lines({ of }: { of: string[] }) {
  return of.filter(Boolean).map((line) => (
    <span key={line} className="block">
      {line}
    </span>
  ));
}

const LINK = "py-1 underline underline-offset-4";
const STRONG = `${LINK} font-medium text-accent-text`;
const QUIET = `${LINK} text-muted hover:text-foreground`;
