import { equal } from "node:assert/strict";
import { onPostgres } from "../support/databases.ts";
import { clients, rush } from "../support/rush.ts";

onPostgres("in a rush everybody is served at the same time", async ({ database }) => {
  // Each counts those who hold the key that it shares with all, and gives it back only afterwards.
  const counts = await rush(database, async () => {
    const [row] = await database.query<{ keys: number }>(`
      with mine as materialized (select pg_advisory_xact_lock_shared(64)),
        rest as materialized (select pg_sleep(0.5) from mine)
      select (select count(*)::int from pg_locks where locktype = 'advisory' and objid = 64
        and database = (select oid from pg_database where datname = current_database())) as keys
      from rest`);
    return row!.keys;
  });
  equal(Math.max(...counts), clients);
}, { connections_max: clients });
