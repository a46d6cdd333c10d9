/** A quiet button in the bar over the workspace. */
export const BAR_BUTTON =
  "flex h-9 shrink-0 items-center gap-1.5 whitespace-nowrap rounded-lg px-2.5 text-sm hover:bg-default disabled:opacity-50 aria-disabled:opacity-50";
