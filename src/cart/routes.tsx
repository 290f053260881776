import * as z from "zod";
import { Hono } from "hono";
import type { Fault } from "../../views/kit/view.ts";
import { Refused } from "../errors.ts";
import type { Env, Visit } from "../http/env.ts";
import { readForm } from "../http/form.ts";
import { isUuid } from "../http/identity.ts";
import { faultOf } from "../http/refused.ts";
import { signedIn } from "../http/session.ts";
import { ownPath } from "../http/view.ts";
import { readMissed } from "../orders/read_missed.ts";
import { change, type ChangeRequest, release } from "../stock/mod.ts";
import { waitlistPage } from "../waitlist/page.tsx";
import { holdUnits } from "./hold_units.tsx";
import { cartPage } from "./page.tsx";
import { TypedQuantity } from "./quantity.ts";

/** The cart and its lines, as pages. */
export const cart = new Hono<Env>();

cart.get("/cart", async function showCart(c) {
  const again = c.req.query("again");
  const { database } = c.var.shop.platform;
  return await cartPage(c, {
    missed: again ? await readMissed(database, signedIn(c).id, again) : undefined,
  });
});

cart.post("/holds", holdUnits);

cart.post("/holds/:id/quantity", async function changeQuantity(c) {
  const line = lineOf(c);
  const form = await readForm(c, z.strictObject({ quantity: TypedQuantity }));
  const { database } = c.var.shop.platform;
  const [outcome] = form.values
    ? await change(database, [{ ...line, requestId: form.identity, ...form.values }])
    : [];
  const fault = faultOf(form, outcome);
  return fault ? await refused(c, fault, line.holdId) : changed(c, "/cart");
});

cart.post("/holds/:id/release", async function releaseLine(c) {
  const line = lineOf(c);
  const form = await readForm(c, z.strictObject({ from: z.string().optional() }));
  const { database } = c.var.shop.platform;
  const [outcome] = form.values
    ? await release(database, [{ ...line, requestId: form.identity }])
    : [];
  const fault = faultOf(form, outcome);
  const from = ownPath(form.typed.from, "/cart");
  if (!fault) return changed(c, from);
  return from === "/waitlist" ? await waitlistPage(c, fault) : await refused(c, fault, line.holdId);
});

/** The line that the path names. @throws Refused NOT_YOURS where it names none */
function lineOf(c: Visit): Pick<ChangeRequest, "personId" | "holdId"> {
  const person = signedIn(c);
  const holdId = c.req.param("id") ?? "";
  if (!isUuid(holdId)) throw new Refused({ code: "NOT_YOURS" });
  return { personId: person.id, holdId };
}

function changed(c: Visit, to: string) {
  c.var.shop.news.hurry();
  return c.redirect(to, 303);
}

async function refused(c: Visit, fault: Fault, holdId: string) {
  if (fault.refusal.code === "NOT_YOURS") throw new Refused(fault.refusal);
  return await cartPage(c, { fault, faultHoldId: holdId });
}
