"use client";

import { Description, FieldError, Input, Label, TextField } from "@heroui/react";

type Props = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  type?: "text" | "email" | "password" | "url";
  name: string;
  autoComplete?: string;
  hint?: string;
  minLength?: number;
  maxLength?: number;
  isReadOnly?: boolean;
  isDisabled?: boolean;
  isOptional?: boolean;
  isMono?: boolean;
};

export function TextLine({ label, hint, isOptional, isMono, autoComplete = "off", type = "text", ...field }: Props) {
  return (
    <TextField
      {...field}
      type={type}
      autoComplete={autoComplete}
      isRequired={!isOptional}
      fullWidth
      className="max-w-md"
    >
      <Label>{label}</Label>
      <Input className={isMono ? "font-mono" : undefined} />
      {hint ? <Description>{hint}</Description> : null}
      <FieldError />
    </TextField>
  );
}
