import { uuidv7 } from "uuidv7";
import { vault } from "../../src/accounts/vault.ts";
import { placeOrders } from "../../src/orders/place_order.ts";
import { type Step, stepOrders } from "../../src/orders/step.ts";
import type { Ground } from "../../edge/ground.ts";
import { hold } from "../../src/stock/mod.ts";
import * as plan from "./plan.ts";
import { addressOf, type Ids } from "./plant_people.ts";

/** Places an order, takes it as far as it is to come, and moves it back to its day. */
export async function plantOrder(
  ground: Ground,
  order: plan.PlannedOrder,
  people: Ids,
  variants: Ids,
  sellerId: string,
) {
  const { database, configuration } = ground;
  const personId = people.get(order.by)!;
  const holdIds: string[] = [];
  for (const [good, variant, quantity] of order.goods) {
    const [held] = await hold(database, [{
      personId,
      requestId: uuidv7(),
      holdId: uuidv7(),
      variantId: variants.get(`${good}/${variant}`)!,
      quantity,
      waitlist: false,
    }]);
    if (held!.refusal) throw new Error(`the demo cannot hold ${good}: ${held!.refusal.code}`);
    holdIds.push(held!.id);
  }

  const addressId = uuidv7();
  const name = plan.people[order.by].name;
  const [placed] = await placeOrders(database, [{
    personId,
    requestId: uuidv7(),
    holdIds,
    orderIds: holdIds.map(() => uuidv7()),
    addressId,
    address: await vault(configuration).seal(JSON.stringify(addressOf(name)), addressId),
    country: "US",
    region: "CA",
    depositorName: name,
    zone: configuration.timeZone,
  }]);
  if (placed!.refusal) throw new Error(`the demo cannot order: ${placed!.refusal.code}`);
  const { number } = placed!.orders[0]!;

  for (const step of stepsTo(order.reached)) {
    const isBuyer = step.step === "claim" || step.step === "cancellation";
    const [stepped] = await stepOrders(database, [{
      ...step,
      number,
      requestId: uuidv7(),
      ...(isBuyer
        ? { personId, shopperId: personId }
        : { personId: people.get("seller")!, sellerId }),
    }]);
    if (stepped!.refusal) throw new Error(`the demo cannot ${step.step}: ${stepped!.refusal.code}`);
  }
  await moveBack(ground, number, order.daysAgo);
}

function stepsTo(reached: plan.PlannedOrder["reached"]): Step[] {
  const claim = { step: "claim", id: uuidv7(), method: "bank", note: "" } as const;
  const payment = { step: "payment", method: "bank" } as const;
  const shipment = {
    step: "shipment",
    carrier: "USPS",
    tracking: "9400 1000 0000 0000 0000 00",
  } as const;
  switch (reached) {
    case "awaiting_payment":
      return [];
    case "claimed":
      return [claim];
    case "cancelled":
      return [{ step: "cancellation" }];
    case "paid":
      return [claim, payment];
    case "shipped":
      return [claim, payment, shipment];
    case "delivered":
      return [claim, payment, shipment, { step: "delivery" }];
    case "refunded":
      return [claim, payment, { step: "refund", id: uuidv7(), reason: "" }];
  }
}

// The past is made by placing orders now and moving them back.
async function moveBack({ database, configuration }: Ground, number: string, days: number) {
  await database.query(
    `with moved as (
       update orders set placed_at = placed_at - back, due_at = due_at - back,
         number = to_char((placed_at - back) at time zone $3, '"ORD-"YYYYMMDD') || right(number, 6),
         paid_at = paid_at - back, cancelled_at = cancelled_at - back
       from (select make_interval(days => $2) as back) b where number = $1 returning id, back
     )
     update parcels p set shipped_at = shipped_at - back + interval '1 day',
       delivered_at = delivered_at - back + interval '4 days'
     from moved where p.order_id = moved.id`,
    [number, days, configuration.timeZone],
  );
}
