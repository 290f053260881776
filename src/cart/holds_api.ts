import * as z from "zod";
import { uuidv7 } from "uuidv7";
import { api } from "../http/api.ts";
import { endpoint, json } from "../http/endpoint.ts";
import { identityOf } from "../http/identity.ts";
import { granted } from "../http/problem.ts";
import { signedIn } from "../http/session.ts";
import { change, type Hold, release } from "../stock/mod.ts";
import { Quantity } from "./quantity.ts";

export const HoldSchema = z.object({
  id: z.uuid(),
  state: z.enum(["waiting", "held", "released"]),
  quantity: z.int(),
  unitPrice: z.int().nullish().meta({ description: "Minor units, taken when held" }),
  expiresAt: z.iso.datetime().nullish(),
  position: z.int().optional().meta({ description: "Place in line, from 1, while waiting" }),
}).meta({ id: "Hold" });

const HoldBody = z.strictObject({
  variantId: z.uuid(),
  quantity: Quantity,
  waitlist: z.boolean().default(false),
});

/** Holds, over the API. */
export const holdsApi = api();

holdsApi.openapi(
  endpoint({
    method: "post",
    path: "/api/holds",
    summary: "Hold units, or wait in line for them",
    tag: "shopper",
    request: { body: json(HoldBody) },
    status: 201,
    answer: HoldSchema,
    refusals: [
      "SOLD_OUT",
      "NOT_ENOUGH_STOCK",
      "HOLD_LIMIT",
      "NOT_WAITABLE",
      "ALREADY_WAITING",
      "SHOW_STATE",
      "NOT_YOURS",
      "SIGN_IN_REQUIRED",
      "IDEMPOTENCY_MISMATCH",
    ],
  }),
  async function holdUnits(c) {
    const person = signedIn(c);
    const outcome = await c.var.shop.hold({
      personId: person.id,
      requestId: await identityOf(c),
      holdId: uuidv7(),
      ...c.req.valid("json"),
    });
    return c.json(told(granted(outcome)), 201);
  },
);

const hold = { params: z.object({ id: z.uuid() }) };

holdsApi.openapi(
  endpoint({
    method: "patch",
    path: "/api/holds/{id}",
    summary: "Change the quantity of a hold; its deadline stays",
    tag: "shopper",
    request: { ...hold, body: json(z.strictObject({ quantity: Quantity })) },
    status: 200,
    answer: HoldSchema,
    refusals: ["HOLD_LAPSED", "NOT_ENOUGH_STOCK", "HOLD_LIMIT", "NOT_YOURS", "SIGN_IN_REQUIRED"],
  }),
  async function changeHold(c) {
    const { database } = c.var.shop.platform;
    const [outcome] = await change(database, [{
      personId: signedIn(c).id,
      requestId: await identityOf(c),
      holdId: c.req.valid("param").id,
      ...c.req.valid("json"),
    }]);
    c.var.shop.news.hurry();
    return c.json(told(granted(outcome!)), 200);
  },
);

holdsApi.openapi(
  endpoint({
    method: "delete",
    path: "/api/holds/{id}",
    summary: "Give up a hold, or a place in line",
    tag: "shopper",
    request: hold,
    status: 200,
    answer: HoldSchema,
    refusals: ["HOLD_LAPSED", "NOT_YOURS", "SIGN_IN_REQUIRED"],
  }),
  async function releaseHold(c) {
    const { database } = c.var.shop.platform;
    const [outcome] = await release(database, [{
      personId: signedIn(c).id,
      requestId: await identityOf(c),
      holdId: c.req.valid("param").id,
    }]);
    c.var.shop.news.hurry();
    return c.json(told(granted(outcome!)), 200);
  },
);

/** The database's times in the form that JSON clients expect. */
function told(hold: Hold): Hold {
  return { ...hold, expiresAt: hold.expiresAt && new Date(hold.expiresAt).toISOString() };
}
