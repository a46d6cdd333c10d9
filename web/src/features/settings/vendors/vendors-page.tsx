"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { listProviderKeysOptions } from "@/api/generated/@tanstack/react-query.gen";
import { useMay } from "@/api/me";
import { ProblemNotice } from "@/ui/problem-notice";
import { RowsSkeleton } from "@/ui/skeleton";
import { NotAllowed, Section } from "../section";
import { PageHeading } from "../settings-frame";
import { VENDORS, VendorKey } from "./vendor-key";

export function VendorsPage() {
  const t = useTranslations("settings");
  const may = useMay("keys:manage");
  const keys = useQuery({ ...listProviderKeysOptions(), enabled: may === true });
  return (
    <>
      <PageHeading text={t("vendor.lead")}>{t("pages.vendors")}</PageHeading>
      {may === false ? (
        <div className="mt-5">
          <NotAllowed>{t("onlyAdmins")}</NotAllowed>
        </div>
      ) : null}
      {may !== false && keys.isPending ? (
        <div className="mt-5">
          <RowsSkeleton className="h-20" />
        </div>
      ) : null}
      {keys.isError ? (
        <div className="mt-5">
          <ProblemNotice error={keys.error} onRetry={() => void keys.refetch()} />
        </div>
      ) : null}
      {keys.data
        ? VENDORS.map(({ id, name }) => (
            <Section key={id} heading={name ?? t("vendor.compatible")} text={t(`vendor.text.${id}`)}>
              <VendorKey
                vendor={id}
                name={name ?? t("vendor.compatible")}
                known={keys.data.items.find((each) => each.vendor === id)}
              />
            </Section>
          ))
        : null}
    </>
  );
}
