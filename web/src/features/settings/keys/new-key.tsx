"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ApiKeyMade } from "@/api/generated";
import { createApiKeyMutation } from "@/api/generated/@tanstack/react-query.gen";
import { type Scope, useMe } from "@/api/me";
import { Button } from "@/ui/button";
import { CopyButton } from "@/ui/copy-button";
import { ProblemNotice } from "@/ui/problem-notice";
import { TextLine } from "@/ui/text-line";
import { EXPIRIES, type Expiry, endOf } from "./expiry";

const SCOPES: readonly Scope[] = [
  "conversions:read",
  "conversions:write",
  "posts:write",
  "posts:approve",
  "members:read",
  "members:manage",
  "keys:manage",
  "workspace:manage",
];
const NAME_MOST = 100;

export const API_KEYS = [{ _id: "listApiKeys" }];

export function NewKey() {
  const t = useTranslations("settings.key");
  const client = useQueryClient();
  const [made, setMade] = useState<ApiKeyMade | null>(null);
  const make = useMutation({
    ...createApiKeyMutation(),
    onSuccess: (key) => {
      setMade(key);
      void client.invalidateQueries({ queryKey: API_KEYS });
    },
  });
  if (made) {
    return (
      <div className="flex flex-col gap-3 rounded-xl border border-warn/50 bg-warn/10 p-4">
        <p className="flex items-start gap-2 font-medium text-sm">
          <TriangleAlert size={18} aria-hidden className="shrink-0 text-warn" />
          {t("onceText", { name: made.name })}
        </p>
        <div className="flex items-center gap-2 rounded-lg border border-border bg-surface py-1 pr-1 pl-3">
          <code data-testid="made-key" className="min-w-0 flex-1 break-all font-mono text-sm">
            {made.key}
          </code>
          <CopyButton text={made.key} label={t("copy")} />
        </div>
        <Button
          variant="plain"
          className="self-start"
          onPress={() => {
            setMade(null);
            make.reset();
          }}
        >
          {t("kept")}
        </Button>
      </div>
    );
  }
  return <KeyForm isPending={make.isPending} error={make.error} onMake={(body) => make.mutate({ body })} />;
}

type FormProps = {
  isPending: boolean;
  error: unknown;
  onMake: (body: { name: string; scopes: Scope[]; expires_at: string | null }) => void;
};

function KeyForm({ isPending, error, onMake }: FormProps) {
  const t = useTranslations("settings.key");
  const mine = useMe().data?.scopes ?? [];
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<Scope[]>(["conversions:read", "conversions:write"]);
  const [expiry, setExpiry] = useState<Expiry>("quarter");
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isPending && scopes.length) onMake({ name: name.trim(), scopes, expires_at: endOf(expiry, Date.now()) });
      }}
    >
      <TextLine
        label={t("name")}
        hint={t("nameHint")}
        name="key-name"
        value={name}
        onChange={setName}
        maxLength={NAME_MOST}
      />
      <fieldset>
        <legend className="font-medium text-sm">{t("scopes")}</legend>
        <div className="mt-1.5 grid gap-x-4 sm:grid-cols-2">
          {SCOPES.map((scope) => (
            <label
              key={scope}
              title={mine.includes(scope) ? scope : t("scopeTooWide")}
              className="flex min-h-8 items-center gap-2 text-sm has-disabled:text-muted"
            >
              <input
                type="checkbox"
                className="size-4 accent-[var(--accent)]"
                checked={scopes.includes(scope)}
                disabled={!mine.includes(scope)}
                onChange={({ target }) =>
                  setScopes((now) => (target.checked ? [...now, scope] : now.filter((each) => each !== scope)))
                }
              />
              {t(`scope.${scope}`)}
            </label>
          ))}
        </div>
        {scopes.length ? null : <p className="mt-1 text-bad text-sm">{t("noScope")}</p>}
      </fieldset>
      <label className="flex max-w-md flex-col gap-1.5 font-medium text-sm">
        {t("expiry")}
        <select
          value={expiry}
          onChange={(event) => setExpiry(event.target.value as Expiry)}
          className="h-9 rounded-lg border border-[var(--field-border)] bg-surface px-2 font-normal"
        >
          {EXPIRIES.map((each) => (
            <option key={each} value={each}>
              {t(`expiries.${each}`)}
            </option>
          ))}
        </select>
      </label>
      <ProblemNotice error={error} />
      <Button type="submit" className="self-start" isPending={isPending} isDisabled={!scopes.length}>
        {t("make")}
      </Button>
    </form>
  );
}
