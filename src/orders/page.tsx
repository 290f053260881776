import { copy } from "../../views/copy/mod.ts";
import type { Fault } from "../../views/kit/view.ts";
import { type OrderFacts, OrderPage } from "../../views/shop/order_page.tsx";
import { Receipt } from "../../views/shop/receipt.tsx";
import { Refused } from "../errors.ts";
import type { Visit } from "../http/env.ts";
import { page } from "../http/page.tsx";
import { statusOf } from "../http/refused.ts";
import { signedIn } from "../http/session.ts";
import { viewOf } from "../http/view.ts";
import type { Platform } from "../platform.ts";
import { trackingPage } from "../shipping/carriers.ts";
import { openAddress } from "./address.ts";
import { type OrderDetail, readOrder } from "./read_order.ts";

const just_placed_minutes = 5;

/** One's own order. @throws Refused NOT_YOURS where there is none */
export async function orderPage(c: Visit, fault?: Fault): Promise<Response> {
  const { platform } = c.var.shop;
  const order = await ownOrder(c);
  return await page(c, {
    title: copy(c.var.language).order.title(order.number),
    status: statusOf(c, fault),
    body: (
      <OrderPage
        view={viewOf(c)}
        order={await factsOf(platform, order)}
        payTo={order.payTo}
        claims={order.claims}
        placed={isNew(order, platform.now())}
        others={order.others}
        fault={fault}
      />
    ),
  });
}

export async function receiptPage(c: Visit): Promise<Response> {
  const order = await ownOrder(c);
  return await page(c, {
    title: copy(c.var.language).receipt.title(order.number),
    frame: "bare",
    body: <Receipt view={viewOf(c)} order={await factsOf(c.var.shop.platform, order)} />,
  });
}

/** The order that the path names. @throws Refused NOT_YOURS */
export async function ownOrder(c: Visit): Promise<OrderDetail> {
  const { id: shopperId } = signedIn(c);
  const { database } = c.var.shop.platform;
  const order = await readOrder(database, c.req.param("number") ?? "", { shopperId });
  if (!order) throw new Refused({ code: "NOT_YOURS" });
  return order;
}

async function factsOf({ configuration }: Platform, order: OrderDetail): Promise<OrderFacts> {
  const { sealedAddress, parcel } = order;
  const address = sealedAddress && await openAddress(configuration, sealedAddress);
  return {
    ...order,
    address,
    phone: address?.phone,
    parcel: parcel && { ...parcel, href: trackingPage(parcel) },
  };
}

function isNew({ state, placedAt, claims }: OrderDetail, now: number) {
  const age_minutes = (now - Date.parse(placedAt)) / 60_000;
  return state === "awaiting_payment" && claims.length === 0 && age_minutes < just_placed_minutes;
}
