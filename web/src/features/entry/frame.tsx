import type { ReactNode } from "react";
import { Brand } from "@/ui/brand";
import { LanguageSwitch } from "@/ui/language-switch";
import { ThemeToggle } from "@/ui/theme-toggle";

/** One narrow card in the middle: everything that stands before the workspace. */
export function EntryFrame({ children }: { children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex h-14 items-center px-4">
        <Brand />
        <div className="ml-auto flex items-center gap-1">
          <LanguageSwitch />
          <ThemeToggle />
        </div>
      </header>
      <main id="main" className="mx-auto flex w-full max-w-sm flex-1 flex-col justify-center px-4 pb-24">
        {children}
      </main>
    </div>
  );
}
