import { copy } from "../../../views/copy/mod.ts";
import { type OrderFilter, OrderList } from "../../../views/desk/order_list.tsx";
import { DeskOrderPage, type OrderFault } from "../../../views/desk/order_page.tsx";
import type { Fault } from "../../../views/kit/view.ts";
import { orderStates } from "../../orders/kinds.ts";
import { Refused } from "../../errors.ts";
import type { Visit } from "../../http/env.ts";
import { page } from "../../http/page.tsx";
import { pageNumber } from "../../http/paging.ts";
import { plainText } from "../../http/plain_text.ts";
import { statusOf } from "../../http/refused.ts";
import { viewOf } from "../../http/view.ts";
import { search_characters_max } from "../../limits.ts";
import { packing } from "../desk.ts";
import { look } from "../look.ts";
import { doneText } from "../post.ts";
import { numberIn } from "./number.ts";
import { readOrderAtDesk } from "./read_order.ts";
import { readOrders } from "./read_orders.ts";

/** @param query of the address; by default that of this visit */
export async function orderListPage(
  c: Visit,
  { query = new URL(c.req.url).searchParams, fault }: {
    query?: URLSearchParams;
    fault?: Fault;
  } = {},
): Promise<Response> {
  const { shops, sellerId } = packing(c);
  const filter: OrderFilter = {
    q: plainText((query.get("q") ?? "").slice(0, search_characters_max)),
    state: orderStates.find((state) => state === query.get("state")) ?? "",
  };
  const found = await readOrders(
    c.var.shop.platform.database,
    shops,
    filter,
    pageNumber(query.get("page") ?? undefined),
  );
  const view = viewOf(c);
  return await page(c, {
    ...look,
    title: copy(view.locale).desk.orders.title,
    status: statusOf(c, fault),
    body: (
      <OrderList
        {...found}
        view={view}
        orders={found.items}
        filter={filter}
        sells={sellerId !== undefined}
        done={confirmedText(c, query)}
        fault={fault}
      />
    ),
  });
}

/** How many payments were confirmed just now, and how many could not be. */
function confirmedText(c: Visit, query: URLSearchParams) {
  const t = copy(c.var.language).desk.orders;
  const [confirmed, left] = ["confirmed", "unconfirmed"].map((name) =>
    Number(query.get(name)?.match(/^\d{1,3}$/)?.[0] ?? 0)
  );
  return [confirmed ? t.confirmed(confirmed) : "", left ? t.unconfirmed(left) : ""]
    .filter(Boolean).join(" ") || undefined;
}

/** The order that the path names. @throws Refused NOT_YOURS */
export async function orderPage(c: Visit, fault?: OrderFault): Promise<Response> {
  const { shops, sellerId } = packing(c);
  const order = await readOrderAtDesk(c.var.shop.platform, shops, numberIn(c));
  if (!order) throw new Refused({ code: "NOT_YOURS" });
  const view = viewOf(c);
  return await page(c, {
    ...look,
    title: order.number,
    status: statusOf(c, fault),
    body: (
      <DeskOrderPage
        view={view}
        order={order}
        sells={order.sellerId === sellerId}
        done={doneText(c, copy(view.locale).desk.orders.done)}
        fault={fault}
      />
    ),
  });
}
