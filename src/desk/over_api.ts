import * as z from "zod";
import type { AskedBySeller } from "../db/answer_once.ts";
import type { Outcome, RefusalCode } from "../errors.ts";
import type { Visit } from "../http/env.ts";
import { identityOf } from "../http/identity.ts";
import { granted } from "../http/problem.ts";
import { selling } from "../http/session.ts";

/** What the parts of the desk's API have in common. */

/** Who asks for which shop, under the identity of this request. */
export async function askedBySeller(c: Visit): Promise<AskedBySeller> {
  const { id: personId, sellerId } = selling(c);
  return { personId, sellerId, requestId: await identityOf(c) };
}

/** The value of what was just committed, once the open pages are told. @throws Refused */
export function answered<Answer>(c: Visit, outcome: Outcome<Answer>): Answer {
  c.var.shop.news.hurry();
  return granted(outcome);
}

/** Refusals that any reading of a seller's things may earn. */
export const reading = ["NOT_YOURS", "SIGN_IN_REQUIRED"] as const satisfies RefusalCode[];

/** Refusals that any change of them may earn. */
export const changing = [
  ...reading,
  "IDEMPOTENCY_MISMATCH",
] as const satisfies RefusalCode[];

export const byId = { params: z.object({ id: z.uuid() }) };

export const Deleted = z.object({ id: z.uuid(), deleted: z.literal(true) });
