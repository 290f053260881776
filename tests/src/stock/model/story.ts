import { deepEqual } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import type { Database } from "../../../../src/platform.ts";
import { type Order, OrderModel } from "./order_model.ts";
import { RealShop, type Sent } from "./real_shop.ts";
import { look, lookAtModel } from "./sights.ts";
import { StockModel } from "./stock_model.ts";
import type { Verb } from "./verbs.ts";
import { sellers_of_variants } from "./world.ts";

/** Lets the same things happen to a model and to a database, and compares them after each. */
export class Story {
  readonly #stock: StockModel;
  readonly #orders: OrderModel;
  readonly #real: RealShop;
  /** What was sent last: the same again must get the same answers. */
  #last?: { readonly send: Sent; readonly answers: string[]; readonly reclaimed: number[] };

  constructor(readonly database: Database, readonly units: readonly number[]) {
    this.#stock = new StockModel(units, sellers_of_variants);
    this.#orders = new OrderModel(this.#stock);
    this.#real = new RealShop(database);
  }

  async tell(verbs: readonly Verb[]) {
    await this.#real.open(this.units, sellers_of_variants);
    for (const verb of verbs) {
      await this.#happens(verb);
      const expected = lookAtModel(this.#stock, this.#orders);
      deepEqual(await look(this.database, this.#real.variantIds), expected, JSON.stringify(verb));
    }
  }

  async #happens(verb: Verb) {
    switch (verb.verb) {
      case "hold":
        return await this.#hold(verb);
      case "change":
        return await this.#change(verb);
      case "place":
        return await this.#place(verb);
      case "restock": {
        const { variant, delta } = verb;
        const send = this.#real.restock(variant, sellers_of_variants[variant]!, delta);
        return await this.#send(send, [variant], () => [this.#stock.restock(variant, delta)]);
      }
      case "again":
        return this.#last && await this.#send(this.#last.send, this.#last.reclaimed);
      case "price":
        this.#stock.variants[verb.variant]!.price = verb.price;
        return await this.#real.set(verb.variant, { price: verb.price });
      case "hide":
        this.#stock.variants[verb.variant]!.hidden = verb.hidden;
        return await this.#real.set(verb.variant, { hidden: verb.hidden });
      case "pass":
        this.#stock.now += verb.minutes;
        return await this.#real.pass(verb.minutes);
      case "sweep":
        return await this.#sweep(verb.what);
      default:
        return await this.#step(verb);
    }
  }

  async #hold({ wishes }: Verb & { verb: "hold" }) {
    const asked = wishes.map(({ shopper, variant, quantity, waitlist }) =>
      this.#real.wish(shopper, variant, quantity, waitlist)
    );
    const reclaimed = wishes.map(({ variant }) => variant);
    await this.#send(
      this.#real.hold(asked),
      reclaimed,
      () =>
        wishes.map(({ shopper, variant, quantity, waitlist }, n) =>
          this.#stock.hold(asked[n]!.holdId, shopper, variant, quantity, waitlist)
        ),
    );
  }

  async #change({ line, by, to }: Verb & { verb: "change" }) {
    const chosen = around(by < 7 ? this.#stock.live : this.#stock.lines, line);
    if (!chosen) return;
    const shopper = by < 9 ? chosen.shopper : chosen.shopper ^ 1;
    const send = this.#real.change(shopper, chosen.id, to);
    await this.#send(send, [chosen.variant], () => [this.#stock.change(chosen, shopper, to)]);
  }

  async #place({ by, lines }: Verb & { verb: "place" }) {
    const all = by < 7 ? this.#stock.live : this.#stock.lines;
    const first = around(all, lines[0]!);
    if (!first) return;
    const theirs = all.filter(({ shopper }) => by === 9 || shopper === first.shopper);
    const chosen = [...new Set(lines.map((n) => around(theirs, n)!))];
    const orderIds = chosen.map(() => uuidv7());
    const send = this.#real.place(first.shopper, chosen.map(({ id }) => id), orderIds);
    const reclaimed = chosen.map(({ variant }) => variant);
    await this.#send(send, reclaimed, () => [this.#orders.place(first.shopper, chosen, orderIds)]);
  }

  async #step(verb: Extract<Verb, { order: number }>) {
    const order = around(this.#orders.orders, verb.order);
    if (!order) return;
    const step = (step: Parameters<RealShop["step"]>[2], by?: number) =>
      this.#real.step(order.id, order.seller, step, by);
    switch (verb.verb) {
      case "cancel": {
        const send = await step({ step: "cancellation" }, verb.byBuyer ? order.shopper : undefined);
        return await this.#send(send, [], () => [this.#orders.cancel(order)]);
      }
      case "pay": {
        const send = await step({ step: "payment", method: "bank" });
        return await this.#send(send, [], () => [this.#orders.pay(order)]);
      }
      case "ship": {
        const send = await step({ step: "shipment", carrier: "CJ", tracking: "1" });
        return await this.#send(send, [], () => [this.#orders.ship(order)]);
      }
      case "refundAll": {
        const send = await step({ step: "refund", id: uuidv7(), reason: "" });
        return await this.#send(send, [], () => [this.#orders.refund(order)]);
      }
      default: {
        const units = { holdId: lineOf(order, verb.line), quantity: verb.units };
        const lines = [{ id: await this.#real.lineOf(units.holdId), quantity: verb.units }];
        const refund = verb.verb === "refund";
        const send = refund
          ? await step({ step: "refund", id: uuidv7(), reason: "", lines })
          : await step({ step: "removal", lines });
        return await this.#send(send, [], () => [
          refund ? this.#orders.refund(order, units) : this.#orders.remove(order, units),
        ]);
      }
    }
  }

  async #sweep(what: "lapse" | "serve" | "cancel") {
    const variants = this.#stock.variants.keys();
    if (what === "lapse") this.#stock.reclaimOverdue();
    if (what === "serve") variants.forEach((variant) => this.#stock.promote(variant));
    if (what === "cancel") this.#orders.cancelOverdue();
    await this.#real.sweep(what);
  }

  /** @param expect what the model answers; absent: what was answered the first time */
  async #send(send: Sent, reclaimed: number[], expect?: () => string[]) {
    this.#stock.reclaim(reclaimed);
    const answers = expect ? expect() : this.#last!.answers;
    deepEqual(await send(), answers);
    this.#last = { send, answers, reclaimed };
  }
}

function around<T>(all: readonly T[], n: number): T | undefined {
  return all[n % all.length];
}

function lineOf(order: Order, n: number): string {
  return around(order.lines, n)!.line.id;
}
