import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** False on the server and in the first picture that repeats what the server made; true ever after. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
