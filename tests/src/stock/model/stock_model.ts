import { hold_minutes, price_first, units_per_shopper, waitlist_minutes } from "./world.ts";

export interface Variant {
  readonly seller: number;
  price: number;
  hidden: boolean;
  available: number;
  held: number;
  sold: number;
}

/** A hold, in its place of arrival. Minutes count from the beginning of the run. */
export interface Line {
  readonly id: string;
  readonly shopper: number;
  readonly variant: number;
  quantity: number;
  state: "waiting" | "held" | "ordered" | "lapsed" | "released";
  price?: number;
  deadline?: number;
}

/** What anybody would expect of a shop's stock: one thing after another, in plain words. */
export class StockModel {
  now = 0;
  readonly lines: Line[] = [];
  readonly variants: Variant[];

  constructor(stock: readonly number[], sellers: readonly number[]) {
    this.variants = stock.map((available, n) => ({
      seller: sellers[n]!,
      price: price_first,
      hidden: false,
      available,
      held: 0,
      sold: 0,
    }));
  }

  /** Lines that nothing has ended yet. */
  get live(): Line[] {
    return this.lines.filter(({ state }) => state === "waiting" || state === "held");
  }

  /** What is overdue goes back to the shelf, and then to those who wait. */
  reclaim(variants: Iterable<number>) {
    for (const n of new Set(variants)) {
      for (const line of this.#live(n)) {
        if (line.state !== "held" || line.deadline! > this.now) continue;
        line.state = "lapsed";
        this.#put(n, line.quantity);
      }
      this.promote(n);
    }
  }

  /** The sweep touches only variants of which something is overdue. */
  reclaimOverdue() {
    this.reclaim(
      this.lines.filter(({ state, deadline }) => state === "held" && deadline! <= this.now)
        .map(({ variant }) => variant),
    );
  }

  promote(n: number) {
    const variant = this.variants[n]!;
    if (variant.hidden) return;
    for (const line of this.#live(n)) {
      if (line.state !== "waiting" || line.quantity > variant.available) continue;
      this.#take(line, line.quantity, this.now + waitlist_minutes);
    }
  }

  hold(id: string, shopper: number, n: number, quantity: number, waitlist: boolean): string {
    const variant = this.variants[n]!;
    const mine = this.#live(n).find((line) => line.shopper === shopper);
    if (variant.hidden) return "NOT_YOURS";
    if (quantity < 1) return "INVALID";
    if (mine?.state === "waiting") return "ALREADY_WAITING";
    if (quantity + (mine?.quantity ?? 0) > units_per_shopper) return "HOLD_LIMIT";
    if (quantity <= variant.available) {
      if (mine) {
        this.#put(n, -quantity);
        mine.quantity += quantity;
        return told(mine);
      }
      const line: Line = { id, shopper, variant: n, quantity, state: "waiting" };
      this.lines.push(line);
      this.#take(line, quantity, this.now + hold_minutes[variant.seller]!);
      return told(line);
    }
    if (waitlist && mine) return "NOT_WAITABLE";
    if (waitlist) {
      this.lines.push({ id, shopper, variant: n, quantity, state: "waiting" });
      const place = this.#live(n).filter((line) => line.state === "waiting").length;
      return `waiting ${quantity} at ${place}`;
    }
    return variant.available === 0 ? "SOLD_OUT" : `NOT_ENOUGH_STOCK ${variant.available}`;
  }

  change(line: Line, shopper: number, quantity: number): string {
    const variant = this.variants[line.variant]!;
    if (line.shopper !== shopper) return "NOT_YOURS";
    if (quantity < 0) return "INVALID";
    if (line.state === "released" && quantity === 0) return told(line);
    if (line.state !== "held" && line.state !== "waiting") return `HOLD_LAPSED ${line.state}`;
    if (quantity > units_per_shopper) return "HOLD_LIMIT";
    const most = line.quantity + (variant.hidden ? 0 : variant.available);
    if (line.state === "waiting" && quantity > line.quantity) return "NOT_WAITABLE";
    if (line.state === "held" && quantity > most) return `NOT_ENOUGH_STOCK ${most}`;

    if (line.state === "held") this.#put(line.variant, line.quantity - quantity);
    if (quantity === 0) line.state = "released";
    else line.quantity = quantity;
    this.promote(line.variant);
    return told(line);
  }

  restock(n: number, delta: number): string {
    const variant = this.variants[n]!;
    if (variant.available + delta < 0) return `NOT_ENOUGH_STOCK ${variant.available}`;
    variant.available += delta;
    this.promote(n);
    return "changed";
  }

  /** Turns held lines into sold units. */
  sell(lines: readonly Line[]) {
    for (const line of lines) {
      line.state = "ordered";
      this.variants[line.variant]!.held -= line.quantity;
      this.variants[line.variant]!.sold += line.quantity;
    }
  }

  /** Puts sold units back on the shelf: first all of them, then the lines are served. */
  takeBack(units: readonly { readonly variant: number; readonly quantity: number }[]) {
    for (const { variant, quantity } of units) {
      this.variants[variant]!.sold -= quantity;
      this.variants[variant]!.available += quantity;
    }
    for (const { variant } of units) this.promote(variant);
  }

  #take(line: Line, quantity: number, deadline: number) {
    this.#put(line.variant, -quantity);
    line.state = "held";
    line.price = this.variants[line.variant]!.price;
    line.deadline = deadline;
  }

  /** Moves units between the shoppers' hands and the shelf. */
  #put(n: number, units: number) {
    this.variants[n]!.available += units;
    this.variants[n]!.held -= units;
  }

  #live(n: number): Line[] {
    return this.live.filter(({ variant }) => variant === n);
  }
}

export function told({ state, quantity }: Line): string {
  return `${state} ${quantity}`;
}
