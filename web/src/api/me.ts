"use client";

import { useQuery } from "@tanstack/react-query";
import type { MembershipOut, MeOut } from "./generated";
import { getMeOptions } from "./generated/@tanstack/react-query.gen";
import { asProblem } from "./problem";
import { chooseWorkspace, chosenWorkspace } from "./workspace";

export type Scope = MeOut["scopes"][number];
export type Role = MeOut["role"];
/** The higher the place, the more a role may do. */
export const ROLES: readonly Role[] = ["viewer", "editor", "admin", "owner"];

export function rankOf(role: Role): number {
  return ROLES.indexOf(role);
}

/** Who is signed in, in which workspace. A workspace that one was taken out of is left by itself. */
export function useMe() {
  const options = getMeOptions();
  return useQuery({
    ...options,
    staleTime: 60_000,
    queryFn: async (context) => {
      if (typeof options.queryFn !== "function") throw new TypeError("there is nothing to ask");
      try {
        return await options.queryFn(context);
      } catch (error) {
        if (asProblem(error).status !== 404 || !chosenWorkspace()) throw error;
        chooseWorkspace(null);
        return options.queryFn(context);
      }
    },
  });
}

/** Whether the person may do something in this workspace; undefined while that is not known. */
export function useMay(scope: Scope): boolean | undefined {
  return useMe().data?.scopes.includes(scope);
}

/** What a workspace is called: a personal one bears no name of its own that says more. */
export function currentMembership(me: MeOut): MembershipOut | undefined {
  return me.memberships.find((each) => each.workspace_id === me.workspace_id);
}
