import { uuidv7 } from "uuidv7";
import { migrate } from "../../../edge/database/migrate.ts";
import { postgres } from "../../../edge/database/postgres.ts";
import type { Database } from "../../../src/platform.ts";
import { providePostgres } from "../../provide/postgres.ts";

const people_at_once = 20_000;
const plenty = 100_000_000;

/** A shop with one hot variant on a real PostgreSQL that waits for the disk at each commit. */
export interface Stage {
  readonly url: string;
  readonly database: Database;
  readonly variantId: string;
  clear(): Promise<void>;
}

/** A server of the bench's own, unless `TEST_DATABASE_URL` names one. */
export async function openServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const url = Deno.env.get("TEST_DATABASE_URL");
  return url ? { url, stop: async () => {} } : await providePostgres({ durable: true });
}

/** Lays the shop out in a new database. */
export async function setStage(server: { url: string }): Promise<Stage> {
  const name = `bench_${crypto.randomUUID().replaceAll("-", "")}`;
  const admin = postgres(server.url, { connections_max: 1 });
  await admin.query(`create database ${name}`);
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  const database = postgres(url.href, { connections_max: 2 });
  await migrate(database);
  return {
    url: url.href,
    database,
    variantId: await layOut(database),
    async clear() {
      await database.close();
      await admin.query(`drop database ${name} with (force)`);
      await admin.close();
    },
  };
}

/** What the server calls itself. */
export async function versionOf({ url }: { url: string }): Promise<string> {
  const database = postgres(url, { connections_max: 1 });
  const [row] = await database.query<{ version: string }>(
    "select 'PostgreSQL ' || split_part(current_setting('server_version'), ' ', 1) as version",
  );
  await database.close();
  return row!.version;
}

async function layOut(database: Database): Promise<string> {
  const [owner, seller, product, variant] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  await database.script(`
    insert into people (id, email, display_name) values ('${owner}', 'seller@example.com', 'Seller');
    insert into sellers (id, person_id, name, approved_at)
      values ('${seller}', '${owner}', 'Shop', now());
    insert into products (id, seller_id, name) values ('${product}', '${seller}', 'The one');
    insert into variants (id, product_id, price, stock, available)
      values ('${variant}', '${product}', 1000, 0, 0);`);
  return variant;
}

/** People whom the shop has not seen before. */
export async function newPeople({ database }: Stage, count: number): Promise<string[]> {
  const all: string[] = [];
  while (all.length < count) {
    const ids = Array.from({ length: Math.min(people_at_once, count - all.length) }, uuidv7);
    await database.query(
      `insert into people (id, email, display_name)
       select id, id || '@example.com', 'Somebody' from unnest($1::uuid[]) id`,
      [ids],
    );
    all.push(...ids);
  }
  return all;
}

/** Ends all holds and waits, and leaves so many units to be had. */
export async function leave({ database }: Stage, units = plenty): Promise<void> {
  await database.query(
    `with gone as (
       update holds set state = 'released', ended_at = now() where state in ('waiting', 'held')
     )
     update variants set stock = $1, available = $1, held = 0, version = version + 1`,
    [units],
  );
  await database.query("vacuum (analyze)");
}

/** Units that are held of the variant, by its holds. */
export async function unitsHeld({ database }: Stage): Promise<number> {
  const [row] = await database.query<{ units: number }>(
    "select coalesce(sum(quantity), 0)::int as units from holds where state = 'held'",
  );
  return row!.units;
}
