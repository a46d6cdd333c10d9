"use client";

import { useId } from "react";

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
  takesFocus?: boolean;
};

/** One line to fill in. What is missing or too short, the browser says in the reader's own language. */
export function TextLine({ label, value, onChange, hint, autoComplete = "off", type = "text", ...field }: Props) {
  const id = useId();
  return (
    <div className="flex w-full max-w-md flex-col gap-1">
      <label htmlFor={id} className="label">
        {label}
      </label>
      <input
        id={id}
        name={field.name}
        type={type}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        autoComplete={autoComplete}
        // biome-ignore lint/a11y/noAutofocus: only where a dialog asks for this one line
        autoFocus={field.takesFocus}
        data-takes-focus={field.takesFocus || undefined}
        minLength={field.minLength}
        maxLength={field.maxLength}
        readOnly={field.isReadOnly}
        disabled={field.isDisabled}
        required={!field.isOptional}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className={`input w-full ${field.isMono ? "font-mono" : ""}`}
      />
      {hint ? (
        <p id={`${id}-hint`} className="description">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
