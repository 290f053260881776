import { Refused } from "../errors.ts";
import type { Person, Visit } from "../http/env.ts";
import { isUuid } from "../http/identity.ts";
import { selling, signedIn } from "../http/session.ts";

/** The shop whose desk somebody sits at. */
export interface Desk {
  readonly personId: string;
  readonly sellerId: string;
  readonly shopName: string;
  readonly currency: "USD" | "KRW";
}

/** @throws Refused SIGN_IN_REQUIRED, or NOT_YOURS to those who have no shop */
export async function atDesk(c: Visit): Promise<Desk> {
  const { id: personId, sellerId } = selling(c);
  const [row] = await c.var.shop.platform.database.query<Pick<Desk, "shopName" | "currency">>(
    `select name as "shopName", currency from sellers where id = $1`,
    [sellerId],
    { name: "at_desk" },
  );
  if (!row) throw new Refused({ code: "NOT_YOURS" });
  return { personId, sellerId, ...row };
}

/**
 * The shops whose orders somebody may pack: their own, and those that named them a moderator.
 * @throws Refused SIGN_IN_REQUIRED, or NOT_YOURS to those who have none
 */
export function packing(c: Visit): Person & { readonly shops: readonly string[] } {
  const person = signedIn(c);
  const { sellerId, moderates } = person;
  const shops = sellerId ? [sellerId, ...moderates] : moderates;
  if (shops.length === 0) throw new Refused({ code: "NOT_YOURS" });
  return { ...person, shops };
}

/** An id in the path. @throws Refused NOT_YOURS when it cannot be one */
export function idIn(c: Visit, name = "id"): string {
  const id = c.req.param(name) ?? "";
  if (!isUuid(id)) throw new Refused({ code: "NOT_YOURS" });
  return id;
}
