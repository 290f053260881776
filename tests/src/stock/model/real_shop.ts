import { uuidv7 } from "uuidv7";
import type { Outcome, Refusal } from "../../../../src/errors.ts";
import { cancelOverdue } from "../../../../src/orders/due.ts";
import { placeOrders } from "../../../../src/orders/place_order.ts";
import { type Step, stepOrders, type StepRequest } from "../../../../src/orders/step.ts";
import type { Database } from "../../../../src/platform.ts";
import {
  change,
  changeStock,
  type Hold,
  hold,
  type HoldRequest,
  lapse,
  serveLines,
} from "../../../../src/stock/mod.ts";
import { pass } from "../../../support/clock.ts";
import { type Scene, setScene } from "../../../support/scene.ts";
import { alter, purchase, wish } from "../../../support/wishes.ts";
import { hold_minutes, price_first, sellers, shoppers, units_per_shopper } from "./world.ts";

/** A request that was sent, ready to be sent again: its answers in a few words. */
export type Sent = () => Promise<string[]>;

/** The same world in a database. */
export class RealShop {
  readonly variantIds: string[] = [];
  readonly #scenes: Scene[] = [];

  constructor(readonly database: Database) {}

  async open(stock: readonly number[], sellersOfVariants: readonly number[]) {
    for (let seller = 0; seller < sellers; seller++) {
      this.#scenes.push(
        await setScene(this.database, {
          stock: stock.filter((_, n) => sellersOfVariants[n] === seller),
          shoppers: seller === 0 ? shoppers : 0,
          price: price_first,
          unitsPerShopper: units_per_shopper,
          holdMinutes: hold_minutes[seller],
        }),
      );
    }
    const left = this.#scenes.map((scene) => [...scene.variantIds]);
    this.variantIds.push(...sellersOfVariants.map((seller) => left[seller]!.shift()!));
  }

  wish(shopper: number, variant: number, quantity: number, waitlist: boolean): HoldRequest {
    return wish(this.#person(shopper), this.variantIds[variant]!, { quantity, waitlist });
  }

  hold(wishes: HoldRequest[]): Sent {
    return async () => (await hold(this.database, wishes)).map(saidOfHold);
  }

  change(shopper: number, holdId: string, quantity: number): Sent {
    const asked = { personId: this.#person(shopper), holdId, quantity, requestId: uuidv7() };
    return async () => (await change(this.database, [asked])).map(saidOfHold);
  }

  restock(variant: number, seller: number, delta: number): Sent {
    const { ownerId: personId, sellerId } = this.#scenes[seller]!;
    const variantId = this.variantIds[variant]!;
    const change = { personId, sellerId, variantId, delta, requestId: uuidv7(), id: uuidv7() };
    return async () =>
      (await changeStock(this.database, [{ ...change, reason: "" }])).map((outcome) =>
        outcome.refusal ? saidOf(outcome.refusal) : "changed"
      );
  }

  place(shopper: number, holdIds: string[], orderIds: string[]): Sent {
    const asked = purchase(this.#person(shopper), holdIds, { orderIds });
    return async () =>
      (await placeOrders(this.database, [asked])).map((outcome) => {
        if (outcome.refusal) return outcome.refusal.code;
        return outcome.orders.map(({ total }) => total).join(" ");
      });
  }

  /** @param by the buyer's number, or undefined for the seller */
  async step(orderId: string, seller: number, step: Step, by?: number): Promise<Sent> {
    const [row] = await this.database.query<{ number: string }>(
      "select number from orders where id = $1",
      [orderId],
    );
    const { ownerId, sellerId } = this.#scenes[seller]!;
    const side = by === undefined
      ? { personId: ownerId, sellerId }
      : { personId: this.#person(by), shopperId: this.#person(by) };
    const asked: StepRequest = { ...step, ...side, requestId: uuidv7(), number: row!.number };
    return async () =>
      (await stepOrders(this.database, [asked])).map((outcome) =>
        outcome.refusal ? saidOf(outcome.refusal) : outcome.state
      );
  }

  /** The order's line that a hold became; an unknown one where it was removed. */
  async lineOf(holdId: string): Promise<string> {
    const [row] = await this.database.query<{ id: string }>(
      "select id from order_lines where hold_id = $1",
      [holdId],
    );
    return row?.id ?? uuidv7();
  }

  async pass(minutes: number) {
    await pass(this.database, minutes);
  }

  async set(variant: number, columns: { price?: number; hidden?: boolean }) {
    await alter(this.database, "variants", this.variantIds[variant]!, columns);
  }

  async sweep(what: "lapse" | "serve" | "cancel") {
    const sweep = { lapse, serve: serveLines, cancel: cancelOverdue }[what];
    await sweep(this.database);
  }

  #person(shopper: number): string {
    return this.#scenes[0]!.shopperIds[shopper]!;
  }
}

function saidOfHold(outcome: Outcome<Hold>): string {
  if (outcome.refusal) return saidOf(outcome.refusal);
  const place = outcome.position === undefined ? "" : ` at ${outcome.position}`;
  return `${outcome.state} ${outcome.quantity}${place}`;
}

function saidOf({ code, available, state }: Refusal): string {
  return [code, available ?? state].filter((part) => part !== undefined).join(" ");
}
