import { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { postgres } from "../../../edge/database/postgres.ts";
import { DatabaseError } from "../../../src/platform.ts";
import { onPostgres } from "../../support/databases.ts";

Deno.test("a server that is not there is 08006", async () => {
  const database = postgres("postgres://nobody@127.0.0.1:21999/nothing");
  await rejects(database.query("select 1"), (error) => {
    ok(error instanceof DatabaseError);
    equal(error.sqlState, "08006");
    match(error.message, /ECONNREFUSED|refused/);
    return true;
  });
  await database.close();
});

onPostgres("a database that is not there is the server's own refusal", async ({ url }) => {
  const database = postgres(`${url}_nowhere`);
  await rejects(database.query("select 1"), { name: "DatabaseError", sqlState: "3D000" });
  await database.close();
});

onPostgres("a connection that is lost costs one refusal, and is replaced", async (fresh) => {
  const doomed = postgres(fresh.url, { connections_max: 2 });
  const answer = () => doomed.query("select 1 as one").catch((error) => error.sqlState);
  const endAll = () =>
    fresh.database.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    );

  await Promise.all([answer(), answer()]);
  await endAll();
  const whileIdle = [await answer(), await answer(), await answer()];
  deepEqual(whileIdle.at(-1), [{ one: 1 }]);

  const long = doomed.query("select pg_sleep(30)").catch((error) => error);
  await until(async () => (await fresh.database.query(sleepers)).length === 1);
  await endAll();
  const lost = await long;
  ok(lost instanceof DatabaseError);
  match(lost.sqlState, /^(57P01|08006)$/);
  const whileBusy = [await answer(), await answer(), await answer()];
  deepEqual(whileBusy.at(-1), [{ one: 1 }]);
  await doomed.close();
});

onPostgres("no more connections are opened than allowed", async ({ url }) => {
  const database = postgres(url, { connections_max: 3 });
  const backends = await Promise.all(
    Array.from(
      { length: 30 },
      () => database.query<{ pid: number }>("select pg_backend_pid() as pid, pg_sleep(0.005)"),
    ),
  );
  equal(new Set(backends.map(([row]) => row?.pid)).size, 3);
  await database.close();
});

onPostgres("refused statements cost no connection", async ({ url }) => {
  const database = postgres(url, { connections_max: 1 });
  const backend = async () => (await database.query("select pg_backend_pid() as pid"))[0];
  const before = await backend();
  await rejects(database.query("select 1 / 0"), { sqlState: "22012" });
  await rejects(database.script("begin; select 1 / 0; commit"), { sqlState: "22012" });
  deepEqual(await backend(), before);
  await database.close();
});

const sleepers = `select from pg_stat_activity
  where datname = current_database() and state = 'active' and query like 'select pg_sleep(30)%'`;

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!await condition()) await new Promise((after) => setTimeout(after, 10));
}
