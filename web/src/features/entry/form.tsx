"use client";

import { type ReactNode, useState } from "react";
import { ProblemNotice } from "@/ui/problem-notice";
import { SubmitButton } from "./submit-button";

export type Field = {
  name: string;
  label: string;
  type?: "email" | "password" | "text";
  autoComplete: string;
  hint?: string;
  minLength?: number;
  maxLength?: number;
};

type Props = {
  heading: string;
  lead?: ReactNode;
  fields: Field[];
  submit: string;
  isPending: boolean;
  error: unknown;
  onSubmit: (values: Record<string, string>) => void;
  children?: ReactNode;
};

/** One heading, a few fields, one button: every form before the workspace. What was typed stays when it is refused. */
export function EntryForm({ heading, lead, fields, submit, isPending, error, onSubmit, children }: Props) {
  const [values, setValues] = useState<Record<string, string>>({});
  return (
    <div className="flex flex-col gap-5">
      <div>
        <h1 className="font-bold text-2xl tracking-tight">{heading}</h1>
        {lead ? <p className="mt-1.5 text-muted">{lead}</p> : null}
      </div>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isPending) onSubmit(values);
        }}
      >
        {fields.map(({ name, label, hint, type = "text", minLength, maxLength, autoComplete }) => (
          <div key={name} className="flex flex-col gap-1.5">
            <label htmlFor={`entry-${name}`} className="font-medium text-sm">
              {label}
            </label>
            <input
              id={`entry-${name}`}
              name={name}
              type={type}
              value={values[name] ?? ""}
              onChange={(event) => setValues((all) => ({ ...all, [name]: event.target.value }))}
              autoComplete={autoComplete}
              minLength={minLength}
              maxLength={maxLength}
              required
              aria-describedby={hint ? `entry-${name}-hint` : undefined}
              className="h-10 rounded-xl border border-[var(--field-border)] bg-surface px-3"
            />
            {hint ? (
              <p id={`entry-${name}-hint`} className="text-muted text-xs">
                {hint}
              </p>
            ) : null}
          </div>
        ))}
        <ProblemNotice error={error} />
        <SubmitButton isPending={isPending}>{submit}</SubmitButton>
      </form>
      {children}
    </div>
  );
}
