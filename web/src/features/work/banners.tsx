"use client";

import { useMutation } from "@tanstack/react-query";
import { MailWarning, WifiOff } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { resendVerificationMutation } from "@/api/generated/@tanstack/react-query.gen";
import { useMe } from "@/api/me";
import { asProblem } from "@/api/problem";
import { useProblemWords } from "@/ui/problem-words";
import { useOnline } from "@/ui/use-online";

/** What holds for every page for now: no network, an address that nobody has confirmed. */
export function Banners() {
  const isOnline = useOnline();
  const me = useMe().data;
  const email = me && !me.verified_at ? me.email : null;
  return (
    <div role="status">
      {isOnline ? null : <OfflineBanner />}
      {email === null ? null : <UnverifiedBanner email={email} />}
    </div>
  );
}

function Banner({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <div className="flex items-start gap-2.5 border-border border-b bg-warn/10 px-4 py-2 text-sm">
      <span className="mt-1 shrink-0 text-warn">{icon}</span>
      <p className="min-w-0 leading-6">{children}</p>
    </div>
  );
}

function OfflineBanner() {
  const t = useTranslations("states");
  return <Banner icon={<WifiOff size={16} aria-hidden />}>{t("offline")}</Banner>;
}

function UnverifiedBanner({ email }: { email: string }) {
  const t = useTranslations("work");
  const words = useProblemWords();
  const resend = useMutation(resendVerificationMutation());
  return (
    <Banner icon={<MailWarning size={16} aria-hidden />}>
      {t("unverified", { email })}{" "}
      {resend.isSuccess ? (
        <span className="font-medium">{t("resent")}</span>
      ) : (
        <button
          type="button"
          disabled={resend.isPending}
          onClick={() => resend.mutate({ body: { email } })}
          className="inline-block min-h-6 font-medium text-accent-text underline underline-offset-4 disabled:opacity-60"
        >
          {t("resend")}
        </button>
      )}
      {resend.error ? <span className="ml-2 text-bad">{words(asProblem(resend.error)).message}</span> : null}
    </Banner>
  );
}
