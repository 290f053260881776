import * as z from "zod";
import { uuidv7 } from "uuidv7";
import type { Fault } from "../../views/kit/view.ts";
import { HoldResult } from "../../views/shop/hold_result.tsx";
import { iso } from "../db/iso.ts";
import type { Outcome } from "../errors.ts";
import type { Person, Visit } from "../http/env.ts";
import { readForm } from "../http/form.ts";
import { fragment } from "../http/page.tsx";
import { faultOf, statusOf } from "../http/refused.ts";
import { asksForFragment, ownPath, viewOf } from "../http/view.ts";
import { countLines } from "../stock/count_lines.ts";
import type { Hold } from "../stock/mod.ts";
import { nameOfVariant } from "./name_of_variant.ts";
import { TypedQuantity } from "./quantity.ts";
import { refusedHoldPage } from "./refused_hold.tsx";
import { withWish } from "./wish.ts";

const HoldForm = z.strictObject({
  variantId: z.uuid(),
  quantity: TypedQuantity,
  waitlist: z.literal("true").optional(),
  from: z.string().optional(),
});

/** `POST /holds`, from wherever something can be bought. */
export async function holdUnits(c: Visit): Promise<Response> {
  const form = await readForm(c, HoldForm);
  const from = ownPath(form.typed.from, "/cart");
  const { person } = c.var;
  if (!person) return askToSignIn(c, withWish(from, form.typed));

  const outcome = form.values && await hold(c, person, form.identity, form.values);
  const fault = faultOf(form, outcome);
  if (asksForFragment(c)) return await result(c, person, { from, fault, outcome, ...form.typed });
  return fault ? await refusedHoldPage(c, from, fault) : c.redirect(from, 303);
}

function hold(c: Visit, person: Person, requestId: string, wish: z.output<typeof HoldForm>) {
  const { variantId, quantity, waitlist } = wish;
  return c.var.shop.hold({
    personId: person.id,
    requestId,
    holdId: uuidv7(),
    variantId,
    quantity,
    waitlist: waitlist !== undefined,
  });
}

/** What happened, for those who stay on the page. */
async function result(c: Visit, person: Person, { from, fault, outcome, variantId }: {
  from: string;
  fault?: Fault;
  outcome?: Outcome<Hold>;
  variantId?: string;
}) {
  const { database } = c.var.shop.platform;
  const [cartLines, name] = await Promise.all([
    countLines(database, person.id),
    fault || !variantId ? "" : nameOfVariant(database, variantId),
  ]);
  const shown = { view: viewOf(c), from, cartLines };
  if (fault) return fragment(c, <HoldResult {...shown} fault={fault} />, statusOf(c, fault));
  const { quantity, expiresAt, position } = outcome as Hold;
  return fragment(
    c,
    expiresAt
      ? <HoldResult {...shown} held={{ name, quantity, expiresAt: iso(expiresAt) }} />
      : <HoldResult {...shown} waiting={{ name, ahead: (position ?? 1) - 1 }} />,
  );
}

/** Nobody is kept from looking; buying needs a name, and leads back to what was chosen. */
function askToSignIn(c: Visit, from: string) {
  const signIn = `/sign-in?from=${encodeURIComponent(from)}`;
  if (!asksForFragment(c)) return c.redirect(signIn, 303);
  c.header("HX-Redirect", signIn);
  return c.body(null, 401);
}
