import pg from "pg";
import { uuidv7 } from "uuidv7";

/**
 * How holds and orders are usually written: interactive transactions that lock, look, write and
 * commit. They check no limit, remember no answer and tell nobody.
 */
export class Interactive {
  readonly #client: pg.Client;

  private constructor(url: string, readonly variantId: string) {
    this.#client = new pg.Client({ connectionString: url });
  }

  static async open(url: string, variantId: string): Promise<Interactive> {
    const opened = new Interactive(url, variantId);
    await opened.#client.connect();
    return opened;
  }

  close(): Promise<void> {
    return this.#client.end();
  }

  /** @returns the hold's id */
  async hold(personId: string): Promise<string> {
    const id = uuidv7();
    await this.#client.query("begin");
    const [variant] = await this.#run(
      "select available, price from variants where id = $1 for update",
      [this.variantId],
    );
    if (variant.available < 1) throw new Error("SOLD_OUT");
    await this.#run(
      `insert into holds (id, shopper_id, variant_id, quantity, state, unit_price, expires_at)
       values ($1, $2, $3, 1, 'held', $4, now() + interval '30 minutes')`,
      [id, personId, this.variantId, variant.price],
    );
    await this.#run(
      "update variants set available = available - 1, held = held + 1 where id = $1",
      [this.variantId],
    );
    await this.#client.query("commit");
    return id;
  }

  async order(personId: string, holdId: string): Promise<void> {
    const [orderId, addressId] = [uuidv7(), uuidv7()];
    await this.#client.query("begin");
    const [line] = await this.#run(
      `select h.unit_price, p.id as product, p.seller_id, p.name from holds h
       join variants v on v.id = h.variant_id join products p on p.id = v.product_id
       where h.id = $1 and h.shopper_id = $2 and h.state = 'held' and h.expires_at > now()
       for update of h`,
      [holdId, personId],
    );
    await this.#run("select id from variants where id = $1 for update", [this.variantId]);
    await this.#run("insert into addresses (id, person_id, sealed) values ($1, $2, '')", [
      addressId,
      personId,
    ]);
    await this.#run(
      `insert into orders (id, number, seller_id, shopper_id, currency, goods, shipping,
         depositor_name, address_id, country, due_at)
       values ($1::uuid, ($1::uuid)::text, $2, $3, 'USD', $4, 1000, 'KIM', $5, 'KR',
         now() + interval '1 day')`,
      [orderId, line.seller_id, personId, line.unit_price, addressId],
    );
    await this.#run(
      `insert into order_lines (order_id, hold_id, variant_id, product_id, name, unit_price, quantity)
       values ($1, $2, $3, $4, $5, $6, 1)`,
      [orderId, holdId, this.variantId, line.product, line.name, line.unit_price],
    );
    await this.#run("update holds set state = 'ordered', ended_at = now() where id = $1", [holdId]);
    await this.#run("update variants set held = held - 1, sold = sold + 1 where id = $1", [
      this.variantId,
    ]);
    await this.#client.query("commit");
  }

  /** Prepared on the connection the first time. */
  async #run(text: string, values: readonly unknown[]) {
    return (await this.#client.query({ name: text.slice(0, 60), text, values: [...values] })).rows;
  }
}
