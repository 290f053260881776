import * as z from "zod";
import { DepositorName, KoreanAddress, Phone, UsAddress } from "../accounts/contact.ts";
import { type Profile, readProfile } from "../accounts/profile.ts";
import { iso } from "../db/iso.ts";
import { type Outcome, refuse } from "../errors.ts";
import { api } from "../http/api.ts";
import { endpoint, json } from "../http/endpoint.ts";
import { identityOf } from "../http/identity.ts";
import { granted } from "../http/problem.ts";
import { signedIn } from "../http/session.ts";
import { order_lines_max } from "../limits.ts";
import type { Shop } from "../shop.ts";
import type { ShippingAddress } from "./address.ts";
import { checkOut } from "./check_out.ts";
import { PlacedOrder } from "./schemas.ts";

const phone = { phone: Phone.optional() };

const PlaceBody = z.strictObject({
  holdIds: z.array(z.uuid()).max(order_lines_max),
  points: z.int().min(0).optional(),
  depositorName: DepositorName.optional().meta({ description: "Absent: the profile's" }),
  address: z.discriminatedUnion("country", [UsAddress.extend(phone), KoreanAddress.extend(phone)])
    .optional().meta({ description: "Absent: the profile's" }),
});

/** Placing orders, over the API. */
export const placeApi = api();

placeApi.openapi(
  endpoint({
    method: "post",
    path: "/api/orders",
    summary: "Order held lines, one order a seller: all of them or none",
    tag: "shopper",
    request: { body: json(PlaceBody) },
    status: 201,
    answer: z.object({ orders: z.array(PlacedOrder) }),
    refusals: [
      "CART_EMPTY",
      "HOLD_LAPSED",
      "NOT_YOURS",
      "PROFILE_INCOMPLETE",
      "POINTS_OFF",
      "SIGN_IN_REQUIRED",
      "IDEMPOTENCY_MISMATCH",
    ],
  }),
  async function placeOrders(c) {
    const { shop } = c.var;
    const { id: personId } = signedIn(c);
    const requestId = await identityOf(c);
    const body = c.req.valid("json");
    if (body.points) return granted<never>(refuse("POINTS_OFF", { field: "points" }));
    if (body.holdIds.length === 0) return granted<never>(refuse("CART_EMPTY"));

    const { depositorName, address } = granted(await filledIn(shop, personId, body));
    const { orders } = granted(
      await checkOut(shop, {
        personId,
        requestId,
        holdIds: body.holdIds,
        depositorName,
        address,
        wish: body,
      }),
    );
    return c.json({ orders: orders.map((one) => ({ ...one, dueAt: iso(one.dueAt) })) }, 201);
  },
);

/** What the request leaves out comes from the profile. Refuses PROFILE_INCOMPLETE, by field. */
async function filledIn(
  shop: Shop,
  personId: string,
  given: z.output<typeof PlaceBody>,
): Promise<Outcome<{ depositorName: string; address: ShippingAddress }>> {
  const whole = given.depositorName && given.address?.phone;
  const profile: Partial<Profile> = whole ? {} : await readProfile(shop, personId);
  const depositorName = given.depositorName ?? profile.depositorName;
  const address = given.address ?? profile.address;
  if (depositorName && address) {
    return { depositorName, address: { phone: profile.phone, ...address } };
  }
  const missing = [!depositorName && "depositorName", !address && "address"]
    .filter((field) => field !== false);
  return refuse("PROFILE_INCOMPLETE", {
    fields: missing.map((field) => ({ field, rule: "required" })),
  });
}
