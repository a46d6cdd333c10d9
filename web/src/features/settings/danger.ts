/** HeroUI's own red is too light below white letters; this one passes in both themes. */
export const DANGER = "bg-[oklch(0.52_0.2_25)] text-white hover:bg-[oklch(0.46_0.2_25)]";
