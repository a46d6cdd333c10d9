"use client";

import { useTranslations } from "next-intl";
import { Component, type ReactNode } from "react";

type Props = { path: string; children: ReactNode };
type State = { path: string; error: (Error & { digest?: string }) | null };

/**
 * Stands around each page of the workspace, and says in its language when one cannot be shown. (A file `error.tsx` does
 * the same with a script of its own, which every page would wait for.)
 */
export class Unbroken extends Component<Props, State> {
  override state: State = { path: this.props.path, error: null };

  static getDerivedStateFromError(error: State["error"]): Partial<State> {
    // What the router throws is for the router.
    if (error?.digest?.startsWith("NEXT_")) throw error;
    return { error };
  }

  /** Whoever goes to another page sees it. */
  static getDerivedStateFromProps({ path }: Props, state: State): State | null {
    return path === state.path ? null : { path, error: null };
  }

  override render() {
    return this.state.error ? <Broken id={this.state.error.digest} /> : this.props.children;
  }
}

function Broken({ id }: { id: string | undefined }) {
  const t = useTranslations("states");
  return (
    <div role="alert" className="mx-auto max-w-2xl px-4 py-16 text-center">
      <h1 className="font-semibold">{t("broken")}</h1>
      <p className="mt-1.5 text-muted text-sm">{t("brokenText")}</p>
      <button
        type="button"
        onClick={() => window.location.reload()}
        className="mt-4 min-h-6 text-accent-text text-sm underline"
      >
        {t("reload")}
      </button>
      {id ? <p className="mt-4 text-muted text-xs">{t("trace", { id })}</p> : null}
    </div>
  );
}
