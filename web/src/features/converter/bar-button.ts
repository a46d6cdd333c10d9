const SHAPE =
  "flex h-9 shrink-0 items-center gap-1.5 whitespace-nowrap rounded-lg px-2.5 text-sm disabled:opacity-50 aria-disabled:opacity-50";

/** A quiet button in the bar over the workspace. */
export const BAR_BUTTON = `${SHAPE} hover:bg-default`;

/** The one that is likely to be meant. */
export const MAIN_BAR_BUTTON = `${SHAPE} bg-accent font-semibold text-accent-foreground hover:bg-[var(--accent-hover)]`;
