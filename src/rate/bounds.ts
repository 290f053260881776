import {
  rate_general_per_minute,
  rate_holding_per_minute,
  rate_ordering_per_minute,
  rate_sign_in_per_minute,
} from "../limits.ts";

/** Requests that one person, or one guest's address, may make in a minute, by class. */
export const rateBounds = {
  signIn: rate_sign_in_per_minute,
  ordering: rate_ordering_per_minute,
  holding: rate_holding_per_minute,
  general: rate_general_per_minute,
} as const;

export type RateClass = keyof typeof rateBounds;

const safe = new Set(["GET", "HEAD", "OPTIONS"]);

/** What a page cannot do without, what is signed, and what a health check asks. */
const exempt = /^\/(assets|pictures|hooks)\/|^\/(livez|readyz|healthz|metrics)$/;

/**
 * The class that a request counts in; none for what is exempt. Who signs in is a guest like others,
 * and counts as `signIn` where it is known who they want to be.
 */
export function rateClassOf(method: string, path: string): RateClass | undefined {
  if (exempt.test(path)) return undefined;
  if (safe.has(method)) return "general";
  const [, place] = path.match(/^(?:\/api)?\/(orders|holds)(?:\/|$)/) ?? [];
  return place === "orders" ? "ordering" : place === "holds" ? "holding" : "general";
}
