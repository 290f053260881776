import * as z from "zod";
import { Refused } from "../../errors.ts";
import { api } from "../../http/api.ts";
import { endpoint } from "../../http/endpoint.ts";
import { listOf, PageNumber } from "../../http/paging.ts";
import { search_characters_max } from "../../limits.ts";
import { packing } from "../desk.ts";
import { line } from "../fields.ts";
import { reading } from "../over_api.ts";
import { OrderNumber, State } from "./forms.ts";
import { readOrderAtDesk } from "./read_order.ts";
import { readOrders } from "./read_orders.ts";
import { Order, OrderInList } from "./schemas.ts";
import { stepsApi } from "./steps_api.ts";

/** Orders of a shop, over the API: for its seller, and for moderators, who pack. */
export const deskOrdersApi = api();

deskOrdersApi.join(stepsApi);

deskOrdersApi.openapi(
  endpoint({
    method: "get",
    path: "/api/desk/orders",
    summary: "The shop's orders, newest first",
    tag: "seller",
    request: {
      query: z.strictObject({
        q: line(search_characters_max).default("")
          .meta({ description: "Found in numbers, buyers' names and names on transfers" }),
        state: State.optional(),
        page: PageNumber,
      }),
    },
    status: 200,
    answer: listOf(OrderInList),
    refusals: reading,
  }),
  async function listOrders(c) {
    const { shops } = packing(c);
    const { q, state = "", page } = c.req.valid("query");
    const { database } = c.var.shop.platform;
    const { counts: _, ...list } = await readOrders(database, shops, { q, state }, page);
    return c.json(list, 200);
  },
);

deskOrdersApi.openapi(
  endpoint({
    method: "get",
    path: "/api/desk/orders/{number}",
    summary: "One order of the shop, with its address",
    tag: "seller",
    request: { params: z.object({ number: z.string() }) },
    status: 200,
    answer: Order,
    refusals: reading,
  }),
  async function tellOrder(c) {
    const { shops } = packing(c);
    const number = OrderNumber.safeParse(c.req.valid("param").number).data ?? "";
    const found = await readOrderAtDesk(c.var.shop.platform, shops, number);
    if (!found) throw new Refused({ code: "NOT_YOURS" });
    const { events: _, phone: __, ...order } = found;
    return c.json(order, 200);
  },
);
