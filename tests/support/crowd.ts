import type { Outcome } from "../../src/errors.ts";
import type { Database } from "../../src/platform.ts";

/** How many people a race is run with, each on a connection of their own. */
export const clients = 64;

/**
 * Lets everybody ask at once. Every connection is open before the first question, for opening them
 * one by one would put the clients in a line.
 * @param database with as many connections as there are clients
 */
export async function rush<T>(
  database: Database,
  ask: (client: number) => Promise<T>,
  count: number = clients,
): Promise<T[]> {
  const all = Array.from({ length: count }, (_, client) => client);
  await Promise.all(all.map(() => database.query("select pg_sleep(0.1)")));
  return await Promise.all(all.map(ask));
}

/** How many outcomes were granted, under `granted`, and how many refused, by code. */
export function tally(outcomes: readonly Outcome<object>[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { refusal } of outcomes) {
    const how = refusal?.code ?? "granted";
    counts[how] = (counts[how] ?? 0) + 1;
  }
  return counts;
}
