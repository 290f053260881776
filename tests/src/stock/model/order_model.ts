import type { Line, StockModel } from "./stock_model.ts";
import { free_shipping_from, payment_due_minutes, sellers, shipping_fee } from "./world.ts";

interface OrderLine {
  readonly line: Line;
  readonly variant: number;
  quantity: number;
  refunded: number;
}

export interface Order {
  readonly id: string;
  readonly shopper: number;
  readonly seller: number;
  readonly due: number;
  state: "awaiting_payment" | "paid" | "shipped" | "cancelled" | "refunded";
  cancelledByTime?: boolean;
  lines: OrderLine[];
  shipping: number;
  refunded: number;
}

/** One line of an order and units of it, named by the hold that it came from. */
export interface Units {
  readonly holdId: string;
  readonly quantity: number;
}

/** What anybody would expect of orders. */
export class OrderModel {
  readonly orders: Order[] = [];

  constructor(readonly stock: StockModel) {}

  place(shopper: number, lines: readonly Line[], ids: readonly string[]): string {
    if (lines.some((line) => line.shopper !== shopper)) return "NOT_YOURS";
    if (lines.some(({ state }) => state !== "held" && state !== "waiting")) return "HOLD_LAPSED";
    if (lines.some(({ state }) => state === "waiting")) return "SOLD_OUT";
    const placed: Order[] = [];
    for (let seller = 0; seller < sellers; seller++) {
      const theirs = lines.filter((line) => this.stock.variants[line.variant]!.seller === seller);
      if (theirs.length === 0) continue;
      const order: Order = {
        id: ids[placed.length]!,
        shopper,
        seller,
        due: this.stock.now + payment_due_minutes,
        state: "awaiting_payment",
        lines: theirs.map((line) => (
          { line, variant: line.variant, quantity: line.quantity, refunded: 0 }
        )),
        shipping: 0,
        refunded: 0,
      };
      order.shipping = this.#shipping(order);
      placed.push(order);
    }
    this.orders.push(...placed);
    this.stock.sell(lines);
    return placed.map((order) => goods(order) + order.shipping).join(" ");
  }

  cancel(order: Order): string {
    if (order.state === "cancelled") return "cancelled";
    if (order.state !== "awaiting_payment") return `ORDER_STATE ${order.state}`;
    this.#close(order);
    return "cancelled";
  }

  cancelOverdue() {
    for (const order of this.orders) {
      if (order.state !== "awaiting_payment" || order.due > this.stock.now) continue;
      order.cancelledByTime = true;
      this.#close(order);
    }
  }

  pay(order: Order): string {
    const late = order.state === "awaiting_payment" && order.due <= this.stock.now;
    if (late || order.cancelledByTime) return "PAYMENT_LATE";
    if (order.state !== "awaiting_payment") return `ORDER_STATE ${order.state}`;
    return order.state = "paid";
  }

  ship(order: Order): string {
    if (order.state !== "paid") return `ORDER_STATE ${order.state}`;
    return order.state = "shipped";
  }

  /** @param some what is refunded; without it, all that is left */
  refund(order: Order, some?: Units): string {
    if (order.state !== "paid" && order.state !== "shipped") return `ORDER_STATE ${order.state}`;
    const chosen = some
      ? order.lines.filter(({ line }) => line.id === some.holdId)
        .map((line) => ({ line, quantity: some.quantity }))
      : order.lines.map((line) => ({ line, quantity: left(line) }))
        .filter(({ quantity }) => quantity > 0);
    if (chosen.some(({ line, quantity }) => quantity < 1 || quantity > left(line))) {
      return "INVALID";
    }

    const rest = goods(order) + order.shipping - order.refunded;
    const worth = chosen.reduce((sum, { line, quantity }) => sum + quantity * line.line.price!, 0);
    order.refunded += some ? Math.min(worth, rest) : rest;
    for (const { line, quantity } of chosen) line.refunded += quantity;
    if (order.lines.every((line) => left(line) === 0)) order.state = "refunded";
    this.stock.takeBack(chosen.map(({ line, quantity }) => ({ variant: line.variant, quantity })));
    return order.state;
  }

  /** Leaves fewer units of one line of an unpaid order. */
  remove(order: Order, { holdId, quantity }: Units): string {
    if (order.state !== "awaiting_payment") return `ORDER_STATE ${order.state}`;
    const line = order.lines.find(({ line }) => line.id === holdId);
    if (!line || quantity > line.quantity) return "INVALID";
    if (quantity === 0 && order.lines.length === 1) return "INVALID";
    const back = line.quantity - quantity;
    line.quantity = quantity;
    order.lines = order.lines.filter(({ quantity }) => quantity > 0);
    order.shipping = this.#shipping(order);
    this.stock.takeBack([{ variant: line.variant, quantity: back }]);
    return order.state;
  }

  #close(order: Order) {
    order.state = "cancelled";
    this.stock.takeBack(order.lines);
  }

  /** Each seller's goods are those of one live show. */
  #shipping(order: Order): number {
    const paid = this.orders.some((other) =>
      other.shopper === order.shopper && other.seller === order.seller &&
      (other.state === "paid" || other.state === "shipped") &&
      other.lines.some((line) => left(line) > 0)
    );
    return paid || goods(order) >= free_shipping_from ? 0 : shipping_fee;
  }
}

function left({ quantity, refunded }: OrderLine): number {
  return quantity - refunded;
}

export function goods(order: Order): number {
  return order.lines.reduce((sum, { line, quantity }) => sum + quantity * line.price!, 0);
}
