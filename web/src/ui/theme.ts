export type Theme = "light" | "dark" | "system";

export const THEME_KEY = "theme";

/**
 * Runs before the first paint, so that a dark page never flashes light, and follows the machine when it turns dark in
 * the evening. Kept as one constant string.
 */
export const THEME_SCRIPT =
  "try{var m=matchMedia('(prefers-color-scheme: dark)'),f=function(){var t;try{t=localStorage.theme}catch(e){}document.documentElement.classList.toggle('dark',t==='dark'||((!t||t==='system')&&m.matches))};f();m.addEventListener('change',f)}catch(e){}";

export function storedTheme(): Theme {
  try {
    const kept = localStorage.getItem(THEME_KEY);
    return kept === "light" || kept === "dark" ? kept : "system";
  } catch {
    return "system";
  }
}

/** Keeps the choice for every page of this browser and shows it at once. */
export function chooseTheme(theme: Theme): void {
  try {
    localStorage.setItem(THEME_KEY, theme);
  } catch {
    // A browser that keeps nothing still shows the choice on this page.
  }
  const dark = theme === "dark" || (theme === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.classList.toggle("dark", dark);
}
