"use client";

import { Button, Description, FieldError, Input, Label, TextField } from "@heroui/react";
import { type ReactNode, useState } from "react";
import { ProblemNotice } from "@/ui/problem-notice";

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
          <TextField
            key={name}
            name={name}
            type={type}
            value={values[name] ?? ""}
            onChange={(value) => setValues((all) => ({ ...all, [name]: value }))}
            autoComplete={autoComplete}
            minLength={minLength}
            maxLength={maxLength}
            isRequired
            fullWidth
          >
            <Label>{label}</Label>
            <Input />
            {hint ? <Description>{hint}</Description> : null}
            <FieldError />
          </TextField>
        ))}
        <ProblemNotice error={error} />
        <Button type="submit" fullWidth isPending={isPending}>
          {submit}
        </Button>
      </form>
      {children}
    </div>
  );
}
