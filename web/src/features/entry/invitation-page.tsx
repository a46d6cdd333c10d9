"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
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
import { useLinkToken } from "./link-token";
import { Said } from "./said";
import { SubmitButton } from "./submit-button";

/** Joining needs an account; the link comes along through sign-in or sign-up, behind the `#` as before. */
export function InvitationPage() {
  const t = useTranslations("entry");
  const language = useLocale();
  const token = useLinkToken();
  const me = useQuery({ ...getMeOptions(), retry: false });
  const offer = useOffer(token);
  const here = `/${language}/invitation#token=${token ?? ""}`;
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
      {isRefused ? (
        <Link href="/app" className={`${LINK} self-start font-medium text-accent-text`}>
          {t("toWorkspace")}
        </Link>
      ) : (
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
        <button
          type="button"
          disabled={leave.isPending || leave.isSuccess}
          onClick={() => leave.mutate({})}
          className={`${LINK} self-start text-muted text-sm hover:text-foreground`}
        >
          {t("otherAccount")}
        </button>
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
