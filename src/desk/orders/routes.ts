import { Hono } from "hono";
import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import type { OrderFault } from "../../../views/desk/order_page.tsx";
import type { Env, Visit } from "../../http/env.ts";
import { selling } from "../../http/session.ts";
import { remindOrder } from "../../orders/remind_order.ts";
import { type Step, stepOrders } from "../../orders/step.ts";
import { packing } from "../desk.ts";
import { Nothing, post } from "../post.ts";
import { LinesForm, PaymentForm, RefundForm, ShipmentForm } from "./forms.ts";
import { numberIn } from "./number.ts";
import { orderListPage, orderPage } from "./page.tsx";
import { shopOf } from "./shop_of.ts";

/** Orders of a shop, one by one. */
export const deskOrders = new Hono<Env>();

deskOrders.get("/desk/orders", (c) => orderListPage(c));
deskOrders.get("/desk/orders/:number", (c) => orderPage(c));

deskOrders.post("/desk/orders/:number/payment", (c) =>
  takeStep(c, {
    schema: PaymentForm,
    step: ({ method }) => ({ step: "payment", method }),
    form: "payment",
    done: "paid",
  }));

deskOrders.post("/desk/orders/:number/shipment", (c) =>
  takeStep(c, {
    schema: ShipmentForm,
    step: (parcel) => ({ step: "shipment", ...parcel }),
    form: "shipment",
    done: "shipped",
    packs: true,
  }));

deskOrders.post("/desk/orders/:number/delivery", (c) =>
  takeStep(c, {
    schema: Nothing,
    step: () => ({ step: "delivery" }),
    form: "page",
    done: "delivered",
    packs: true,
  }));

deskOrders.post("/desk/orders/:number/cancellation", (c) =>
  takeStep(c, {
    schema: Nothing,
    step: () => ({ step: "cancellation" }),
    form: "page",
    done: "cancelled",
  }));

deskOrders.post("/desk/orders/:number/lines", (c) =>
  takeStep(c, {
    schema: LinesForm,
    step: ({ lines }) => ({ step: "removal", lines }),
    form: "lines",
    done: "changed",
  }));

deskOrders.post("/desk/orders/:number/refunds", (c) =>
  takeStep(c, {
    schema: RefundForm,
    step: (refund) => ({ step: "refund", id: uuidv7(), ...refund }),
    form: "refund",
    done: "refunded",
  }));

deskOrders.post("/desk/orders/:number/reminders", async function remind(c) {
  const { id: personId, sellerId } = selling(c);
  const number = numberIn(c);
  return await post(c, {
    schema: Nothing,
    act: (_, requestId) =>
      remindOrder(c.var.shop.platform.database, { personId, sellerId, requestId }, number),
    again: (fault) => orderPage(c, { ...fault, form: "page" }),
    next: () => `/desk/orders/${number}?done=reminded`,
  });
});

interface StepForm<Schema extends z.ZodType> {
  readonly schema: Schema;
  step(values: z.output<Schema>): Step;
  /** Where on the page its faults are shown. */
  readonly form: OrderFault["form"];
  /** Which words tell that it was done. */
  readonly done: string;
  /** Moderators may do it, too. */
  readonly packs?: boolean;
}

async function takeStep<Schema extends z.ZodType>(
  c: Visit,
  { schema, step, form, done, packs }: StepForm<Schema>,
): Promise<Response> {
  const { database } = c.var.shop.platform;
  const number = numberIn(c);
  const { id: personId, shops } = packing(c);
  const sellerId = packs ? await shopOf(database, shops, number) : selling(c).sellerId;
  return await post(c, {
    schema,
    act: async (values, requestId) => {
      const asked = { personId, requestId, sellerId, number };
      const [outcome] = await stepOrders(database, [{ ...asked, ...step(values) }]);
      return outcome!;
    },
    again: (fault) => orderPage(c, { ...fault, form }),
    next: () => `/desk/orders/${number}?done=${done}`,
  });
}
