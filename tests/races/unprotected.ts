import type { Database } from "../../src/platform.ts";

/** Variants and orders are looked at without being locked, and no constraint catches what follows. */
export async function withoutLocks(database: Database): Promise<void> {
  await rewrite(database, "lock_variants(uuid[])", "for no key update", "");
  await rewrite(database, "grant_at_once(jsonb,uuid)", "v.available >= g.units", "true");
  await rewrite(database, "lock_orders(text[])", "for no key update", "");
  await rewrite(database, "cancel_overdue_orders(int)", "for no key update skip locked", "");
  await withoutConstraints(database, "variants", "order_lines", "orders", "payments", "refunds");
  await database.script("drop index holds_one_line");
}

/** A hold does not keep the shopper's other holds waiting. */
export async function withoutShopperLock(database: Database): Promise<void> {
  await rewrite(
    database,
    "hold(jsonb)",
    "perform pg_advisory_xact_lock(shopper)",
    "perform shopper",
  );
}

/** What was asked before is looked for, but nothing keeps two from not finding it. */
export async function withoutIdentities(database: Database): Promise<void> {
  await withoutLocks(database);
  await withoutShopperLock(database);
  await database.script("alter table requests drop constraint requests_pkey");
}

/** Replaces a piece of a function's text. @throws Error when the piece is not there */
export async function rewrite(
  database: Database,
  signature: string,
  piece: string,
  by: string,
): Promise<void> {
  const [row] = await database.query<{ text: string }>(
    "select pg_get_functiondef($1::regprocedure) as text",
    [signature],
  );
  if (!row!.text.includes(piece)) throw new Error(`${signature} has no "${piece}"`);
  await database.script(row!.text.replaceAll(piece, by));
}

/** Drops the checks and unique constraints of these tables, and primary keys that nobody refers to. */
async function withoutConstraints(database: Database, ...tables: string[]) {
  const rows = await database.query<{ statement: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as statement
     from pg_constraint c
     where conrelid::regclass::text = any ($1) and contype in ('c', 'u', 'p')
       and not exists (select from pg_constraint f where f.confrelid = c.conrelid and c.contype = 'p')`,
    [tables],
  );
  for (const { statement } of rows) await database.script(statement);
}
