"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CircleAlert, CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ProviderKeyOut } from "@/api/generated";
import {
  deleteProviderKeyMutation,
  listProviderKeysQueryKey,
  putProviderKeyMutation,
  tryProviderKeyMutation,
} from "@/api/generated/@tanstack/react-query.gen";
import { Button } from "@/ui/button";
import { Moment } from "@/ui/moment";
import { ProblemNotice } from "@/ui/problem-notice";
import { TextLine } from "@/ui/text-line";
import { Confirm } from "../confirm";

type Vendor = ProviderKeyOut["vendor"];

/** Names of companies are the same in every language. */
export const VENDORS: readonly { id: Vendor; name: string | null }[] = [
  { id: "openai", name: "OpenAI" },
  { id: "anthropic", name: "Anthropic" },
  { id: "google", name: "Google" },
  { id: "compatible", name: null },
];

type Props = { vendor: Vendor; name: string; known: ProviderKeyOut | undefined };

export function VendorKey({ vendor, name, known }: Props) {
  const t = useTranslations("settings.vendor");
  const [isWriting, setWriting] = useState(false);
  if (isWriting) return <KeyForm vendor={vendor} isReplacing={!!known} onDone={() => setWriting(false)} />;
  if (known) return <Known vendor={vendor} name={name} known={known} onReplace={() => setWriting(true)} />;
  return (
    <Button variant="plain" className="self-start" aria-label={t("addOf", { name })} onPress={() => setWriting(true)}>
      {t("add")}
    </Button>
  );
}

function Known({
  vendor,
  name,
  known,
  onReplace,
}: {
  vendor: Vendor;
  name: string;
  known: ProviderKeyOut;
  onReplace: () => void;
}) {
  const t = useTranslations("settings.vendor");
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const [model, setModel] = useState("");
  const trial = useMutation(tryProviderKeyMutation());
  const remove = useMutation({
    ...deleteProviderKeyMutation(),
    onSuccess: () => client.invalidateQueries({ queryKey: listProviderKeysQueryKey() }),
  });
  return (
    <>
      <div>
        <p className="text-sm">
          <code className="font-mono">••••{known.hint}</code>
          {known.base_url ? <span className="ml-2 text-muted">{known.base_url}</span> : null}
        </p>
        <p className="mt-0.5 text-muted text-xs">
          {known.last_used_at ? (
            <>
              {t("lastUsed")} <Moment at={known.last_used_at} />
            </>
          ) : (
            t("neverUsed")
          )}
        </p>
      </div>
      {vendor === "compatible" ? (
        <TextLine
          label={t("model")}
          hint={t("modelHint")}
          name={`${vendor}-model`}
          value={model}
          onChange={setModel}
          isOptional
          isMono
        />
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button
          size="small"
          variant="plain"
          isPending={trial.isPending}
          isDisabled={vendor === "compatible" && !model.trim()}
          onPress={() => trial.mutate({ path: { vendor }, body: { model: model.trim() || null } })}
        >
          {t("try")}
        </Button>
        <Button size="small" variant="quiet" aria-label={t("replaceOf", { name })} onPress={onReplace}>
          {t("replace")}
        </Button>
        <Button size="small" variant="quiet" aria-label={t("deleteOf", { name })} onPress={() => setAsking(true)}>
          {t("delete")}
        </Button>
      </div>
      <div role="status">
        {trial.data ? (
          <p className="flex items-start gap-2 text-sm">
            {trial.data.works ? (
              <CircleCheck size={17} aria-hidden className="mt-0.5 shrink-0 text-good" />
            ) : (
              <CircleAlert size={17} aria-hidden className="mt-0.5 shrink-0 text-bad" />
            )}
            <span>
              {trial.data.works
                ? t("works", { writer: trial.data.writer, seconds: trial.data.took_s.toFixed(1) })
                : `${trial.data.message} ${trial.data.remedy}`}
            </span>
          </p>
        ) : null}
      </div>
      <ProblemNotice error={trial.error} />
      {isAsking ? (
        <Confirm
          heading={t("deleteOf", { name })}
          text={t("deleteText")}
          action={t("delete")}
          isPending={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate({ path: { vendor } })}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}

function KeyForm({ vendor, isReplacing, onDone }: { vendor: Vendor; isReplacing: boolean; onDone: () => void }) {
  const t = useTranslations("settings.vendor");
  const s = useTranslations("settings");
  const client = useQueryClient();
  const [key, setKey] = useState("");
  const [address, setAddress] = useState("");
  const put = useMutation({
    ...putProviderKeyMutation(),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: listProviderKeysQueryKey() });
      onDone();
    },
  });
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!put.isPending) put.mutate({ path: { vendor }, body: { key: key.trim(), base_url: address.trim() } });
      }}
    >
      {vendor === "compatible" ? (
        <TextLine
          label={t("address")}
          hint={t("addressHint")}
          name="base-url"
          type="url"
          maxLength={300}
          value={address}
          onChange={setAddress}
        />
      ) : null}
      <TextLine
        label={t("key")}
        hint={t(isReplacing ? "replaceHint" : "keyHint")}
        name={`${vendor}-key`}
        type="password"
        minLength={8}
        maxLength={500}
        value={key}
        onChange={setKey}
        isMono
      />
      <ProblemNotice error={put.error} />
      <div className="flex gap-2">
        <Button type="submit" isPending={put.isPending}>
          {s("save")}
        </Button>
        <Button variant="quiet" onPress={onDone}>
          {s("cancel")}
        </Button>
      </div>
    </form>
  );
}
