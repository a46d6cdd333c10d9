import type { ReactNode } from "react";

type Props = { heading: string; text?: string; children: ReactNode; id?: string };

/** One matter of the settings: what it is at the left, the thing itself at the right. */
export function Section({ heading, text, children, id }: Props) {
  return (
    <section
      id={id}
      className="grid gap-4 border-border border-b py-7 last:border-b-0 lg:grid-cols-[15rem_minmax(0,1fr)] lg:gap-8"
    >
      <div>
        <h2 className="font-semibold">{heading}</h2>
        {text ? <p className="mt-1 text-muted text-sm">{text}</p> : null}
      </div>
      <div className="flex min-w-0 flex-col gap-4">{children}</div>
    </section>
  );
}

/** Rows of a list inside a section. */
export function Rows({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul aria-label={label} className="overflow-hidden rounded-xl border border-border bg-surface">
      {children}
    </ul>
  );
}

export function Row({ children }: { children: ReactNode }) {
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-border border-b px-4 py-3 last:border-b-0">
      {children}
    </li>
  );
}

/** Why something is not there for this person. */
export function NotAllowed({ children }: { children: ReactNode }) {
  return <p className="rounded-xl bg-default px-4 py-3 text-muted text-sm">{children}</p>;
}
