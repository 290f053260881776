import * as z from "zod";
import { iso } from "../db/iso.ts";
import { Refused } from "../errors.ts";
import { api } from "../http/api.ts";
import { endpoint } from "../http/endpoint.ts";
import { identityOf } from "../http/identity.ts";
import { listOf, PageNumber } from "../http/paging.ts";
import { granted } from "../http/problem.ts";
import { signedIn } from "../http/session.ts";
import { openAddress } from "./address.ts";
import { placeApi } from "./place_api.ts";
import { readOrder } from "./read_order.ts";
import { readOrders } from "./read_orders.ts";
import { Order, OrderInList, State, SteppedOrder } from "./schemas.ts";
import { stepOrders } from "./step.ts";

/** A shopper's orders, over the API. */
export const ordersApi = api();

ordersApi.join(placeApi);

ordersApi.openapi(
  endpoint({
    method: "get",
    path: "/api/orders",
    summary: "One's own orders, newest first",
    tag: "shopper",
    request: {
      query: z.strictObject({
        state: State.optional(),
        month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "invalid").optional()
          .meta({ examples: ["2026-11"], description: "In the shop's zone" }),
        page: PageNumber,
      }),
    },
    status: 200,
    answer: listOf(OrderInList),
    refusals: ["SIGN_IN_REQUIRED"],
  }),
  async function listOrders(c) {
    const { database, configuration } = c.var.shop.platform;
    const { items, page, pages, total } = await readOrders(database, {
      shopperId: signedIn(c).id,
      zone: configuration.timeZone,
      ...c.req.valid("query"),
    });
    return c.json({ items, page, pages, total }, 200);
  },
);

const named = { params: z.object({ number: z.string() }) };

ordersApi.openapi(
  endpoint({
    method: "get",
    path: "/api/orders/{number}",
    summary: "One order with its lines, payment instructions, claims and parcel",
    tag: "shopper",
    request: named,
    status: 200,
    answer: Order,
    refusals: ["NOT_YOURS", "SIGN_IN_REQUIRED"],
  }),
  async function tellOrder(c) {
    const { database, configuration } = c.var.shop.platform;
    const { id: shopperId } = signedIn(c);
    const found = await readOrder(database, c.req.valid("param").number, { shopperId });
    if (!found) throw new Refused({ code: "NOT_YOURS" });
    const { sealedAddress, ...order } = found;
    const address = sealedAddress && await openAddress(configuration, sealedAddress);
    return c.json({ ...order, address }, 200);
  },
);

ordersApi.openapi(
  endpoint({
    method: "post",
    path: "/api/orders/{number}/cancellation",
    summary: "Cancel an unpaid order; its units go back to the shop",
    tag: "shopper",
    request: named,
    status: 200,
    answer: SteppedOrder,
    refusals: ["ORDER_STATE", "NOT_YOURS", "SIGN_IN_REQUIRED", "IDEMPOTENCY_MISMATCH"],
  }),
  async function cancelOrder(c) {
    const { news, platform } = c.var.shop;
    const { id: personId } = signedIn(c);
    const [outcome] = await stepOrders(platform.database, [{
      step: "cancellation",
      personId,
      requestId: await identityOf(c),
      shopperId: personId,
      number: c.req.valid("param").number,
    }]);
    news.hurry();
    const order = granted(outcome!);
    return c.json({ ...order, dueAt: iso(order.dueAt) }, 200);
  },
);
