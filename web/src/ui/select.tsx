"use client";

type Props<T extends string> = {
  label: string;
  value: T;
  options: readonly (readonly [value: T, label: string])[];
  onChange: (value: T) => void;
  isDisabled?: boolean;
  title?: string;
};

/** The browser's own choice list, in our clothes: best on phones, and known to every keyboard and screen reader. */
export function Select<T extends string>({ label, value, options, onChange, isDisabled, title }: Props<T>) {
  return (
    <select
      aria-label={label}
      title={title ?? label}
      value={value}
      disabled={isDisabled}
      onChange={(event) => onChange(event.target.value as T)}
      className="h-9 min-w-0 max-w-full rounded-lg border border-[var(--field-border)] bg-surface px-2 text-sm disabled:opacity-60"
    >
      {options.map(([each, name]) => (
        <option key={each} value={each}>
          {name}
        </option>
      ))}
    </select>
  );
}
