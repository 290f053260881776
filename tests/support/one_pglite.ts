import type { Database } from "../../src/platform.ts";
import { freshPglite } from "./pglite.ts";

interface Kept {
  readonly database: Database;
  readonly schema: string;
}

let kept: Kept | undefined;

Deno.test.afterAll(async () => {
  await kept?.database.close();
  kept = undefined;
});

/**
 * Lends the one PGlite of a test file, empty and migrated. Emptying it takes a tenth of the time
 * that a fresh one does; a test that changes the schema or closes the database leaves a fresh one
 * to the next.
 */
export async function onePglite(test: (database: Database) => Promise<void>): Promise<void> {
  const { database, schema } = kept ??= await open();
  try {
    await test(database);
  } finally {
    if (await isLike(database, schema)) {
      await database.query(`select empty_tables()`);
    } else {
      await database.close();
      kept = undefined;
    }
  }
}

async function open(): Promise<Kept> {
  const database = await freshPglite();
  await database.script(emptyTables);
  return { database, schema: await schemaOf(database) };
}

async function isLike(database: Database, schema: string): Promise<boolean> {
  try {
    await database.script("rollback");
    return await schemaOf(database) === schema;
  } catch {
    return false;
  }
}

/** A mark of everything that has been defined: what is made gets a new number, what is dropped goes. */
async function schemaOf(database: Database): Promise<string> {
  const [row] = await database.query<{ mark: string }>(`
    select md5(string_agg(oid::text, ' ' order by oid)) as mark from (
      select oid from pg_class union all select oid from pg_proc union all
      select oid from pg_constraint union all select oid from pg_trigger union all
      select oid from pg_type union all select oid from pg_namespace
    ) defined`);
  return row!.mark;
}

// `migrations` stays: it says what the schema is.
const emptyTables = `
create function empty_tables() returns void language plpgsql as $$
begin
  execute (
    select 'truncate ' || string_agg(format('%I', tablename), ', ') || ' restart identity'
    from pg_tables where schemaname = 'public' and tablename <> 'migrations');
end $$`;
