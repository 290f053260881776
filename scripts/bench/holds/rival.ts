import pg from "pg";
import { uuidv7 } from "uuidv7";

/**
 * How a hold is usually written: an interactive transaction that locks the variant's row, looks,
 * writes and commits. It checks no limit, remembers no answer and tells nobody.
 */
export class Rival {
  readonly #pool: pg.Pool;

  constructor(url: string, clients: number, readonly variantId: string) {
    this.#pool = new pg.Pool({ connectionString: url, max: clients });
  }

  async hold(personId: string): Promise<string> {
    const client = await this.#pool.connect();
    let broken = true;
    try {
      await client.query("begin");
      const { rows: [variant] } = await client.query({
        name: "look",
        text: "select available, price from variants where id = $1 for update",
        values: [this.variantId],
      });
      if (variant.available < 1) {
        await client.query("rollback");
        broken = false;
        return "SOLD_OUT";
      }
      await client.query({
        name: "hold",
        text:
          `insert into holds (id, shopper_id, variant_id, quantity, state, unit_price, expires_at)
               values ($1, $2, $3, 1, 'held', $4, now() + interval '30 minutes')`,
        values: [uuidv7(), personId, this.variantId, variant.price],
      });
      await client.query({
        name: "take",
        text: `update variants set available = available - 1, held = held + 1 where id = $1`,
        values: [this.variantId],
      });
      await client.query("commit");
      broken = false;
      return "held";
    } finally {
      client.release(broken);
    }
  }

  close(): Promise<void> {
    return this.#pool.end();
  }
}
