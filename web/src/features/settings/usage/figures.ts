/** How much of a limit is taken; a limit of nothing is full. */
export function shareOf(taken: number, limit: number): number {
  return limit > 0 ? taken / limit : 1;
}

/** What AI vendors ask for the work that is listed, in dollars, as far as that is known. */
export function costOf(entries: readonly { cost_usd: string | null }[]): number {
  return entries.reduce((sum, { cost_usd }) => sum + (Number(cost_usd) || 0), 0);
}
