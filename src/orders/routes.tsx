import { Hono } from "hono";
import * as z from "zod";
import { copy } from "../../views/copy/mod.ts";
import { Orders } from "../../views/shop/orders.tsx";
import { pageNumber } from "../http/paging.ts";
import { orderStates } from "./kinds.ts";
import { Refused } from "../errors.ts";
import type { Env } from "../http/env.ts";
import { readForm } from "../http/form.ts";
import { page } from "../http/page.tsx";
import { faultOf } from "../http/refused.ts";
import { signedIn } from "../http/session.ts";
import { viewOf } from "../http/view.ts";
import { orderAgain } from "./again.ts";
import { checkoutPage } from "./checkout_page.tsx";
import { orderPage, ownOrder, receiptPage } from "./page.tsx";
import { placeOrder, weighOrder } from "./place.tsx";
import { readMissed } from "./read_missed.ts";
import { readOrders } from "./read_orders.ts";
import { stepOrders } from "./step.ts";

/** Checkout and one's own orders, as pages. */
export const orders = new Hono<Env>();

orders.get("/checkout", function showCheckout(c) {
  const { hold = [], holdIds = [], country = [], state = [] } = c.req.queries();
  const typed = country[0] ? { country: country[0], state: state[0] } : undefined;
  return checkoutPage(c, [...hold, ...holdIds], { typed });
});

orders.post("/checkout", weighOrder);

orders.post("/orders", placeOrder);

orders.get("/orders", async function listOrders(c) {
  const { database, configuration } = c.var.shop.platform;
  const state = orderStates.find((state) => state === c.req.query("state"));
  const month = c.req.query("month")?.match(/^\d{4}-\d{2}$/)?.[0];
  const look = (page: number) =>
    readOrders(database, {
      shopperId: signedIn(c).id,
      state,
      month,
      page,
      zone: configuration.timeZone,
    });
  const asked = await look(pageNumber(c.req.query("page")));
  // Whoever asks for a page behind the last one sees the last one.
  const found = asked.page > asked.pages && asked.pages > 0 ? await look(asked.pages) : asked;
  const shown = found.items.map(({ total, currency, ...order }) => ({
    ...order,
    total: { amount: total, currency },
  }));
  return await page(c, {
    title: copy(c.var.language).orders.title,
    body: <Orders {...found} view={viewOf(c)} orders={shown} state={state} month={month} />,
  });
});

orders.get("/orders/:number", function showOrder(c) {
  return orderPage(c);
});

orders.get("/orders/:number/receipt", function showReceipt(c) {
  return receiptPage(c);
});

const Nothing = z.strictObject({});

orders.post("/orders/:number/cancellation", async function cancelOrder(c) {
  const person = signedIn(c);
  const { news, platform } = c.var.shop;
  const number = c.req.param("number");
  const form = await readForm(c, Nothing);
  const [outcome] = form.values
    ? await stepOrders(platform.database, [{
      step: "cancellation",
      personId: person.id,
      requestId: form.identity,
      shopperId: person.id,
      number,
    }])
    : [];
  const fault = faultOf(form, outcome);
  if (fault) return await orderPage(c, fault);
  news.hurry();
  return c.redirect(`/orders/${number}`, 303);
});

orders.post("/orders/:number/again", async function holdAgain(c) {
  const person = signedIn(c);
  const { number, lines } = await ownOrder(c);
  const form = await readForm(c, Nothing);
  if (form.fault) throw new Refused(form.fault.refusal);
  await orderAgain(c.var.shop, person.id, form.identity, lines);
  const missed = await readMissed(c.var.shop.platform.database, person.id, number);
  return c.redirect(missed.length > 0 ? `/cart?again=${number}` : "/cart", 303);
});
