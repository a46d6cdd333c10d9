/** What of a post a person has to look at before it goes out. */

import type { ProblemOut } from "@/api/generated";
import type { Violation } from "@/features/platforms/violations";
import type { Place, Placed, Placing } from "./placing";
import { stateOf } from "./segments";

export interface Unsupported {
  readonly place: Place;
  readonly placed: Placed;
  /** Null where the check says only that the sentence has no support. */
  readonly problem: ProblemOut | null;
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
): Attention {
  const all = places.flatMap((place) => placingOf(place).placed.map((placed) => ({ place, placed })));
  return {
    unsupported: all
      .filter(({ placed }) => stateOf(placed) === "unsupported")
      .flatMap((one): Unsupported[] => {
        const { problems } = one.placed.receipt;
        return problems.length > 0 ? problems.map((problem) => ({ ...one, problem })) : [{ ...one, problem: null }];
      }),
    review: all.filter(({ placed }) => stateOf(placed) === "review"),
    violations,
  };
}
