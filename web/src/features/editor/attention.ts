/** What of a post a person has to look at before it goes out. */

import type { KeptOut, ProblemOut } from "@/api/generated";
import type { Violation } from "@/features/platforms/violations";
import { findKept } from "./keeping";
import type { Place, Placed, Placing } from "./placing";
import { stateOf } from "./segments";

export interface Unsupported {
  readonly place: Place;
  readonly placed: Placed;
  /** Null where the check says only that the sentence has no support. */
  readonly problem: ProblemOut | null;
  /** Who keeps it all the same, and why. */
  readonly kept: KeptOut | null;
}

export interface Review {
  readonly place: Place;
  readonly placed: Placed;
}

export interface Attention {
  readonly unsupported: readonly Unsupported[];
  readonly review: readonly Review[];
  readonly violations: readonly Violation[];
}

export function attentionTo(
  places: readonly Place[],
  placingOf: (place: Place) => Placing,
  violations: readonly Violation[],
  kept: readonly KeptOut[],
): Attention {
  const all = places.flatMap((place) => placingOf(place).placed.map((placed) => ({ place, placed })));
  return {
    unsupported: all
      .filter(({ placed }) => stateOf(placed) === "unsupported")
      .flatMap((one): Unsupported[] => {
        const { receipt } = one.placed;
        const problems = receipt.problems.length > 0 ? receipt.problems : [null];
        return problems.map((problem) => ({ ...one, problem, kept: findKept(kept, receipt, problem) }));
      }),
    review: all.filter(({ placed }) => stateOf(placed) === "review"),
    violations,
  };
}
