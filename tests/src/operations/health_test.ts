import { deepEqual, equal } from "node:assert/strict";
import { postgres } from "../../../edge/database/postgres.ts";
import { readMigrations } from "../../../edge/database/migrations.ts";
import { freePort } from "../../../scripts/provide/port.ts";
import { schema_number } from "../../../src/db/schema_number.ts";
import type { Database } from "../../../src/platform.ts";
import { anyDatabase } from "../../support/databases.ts";
import { TestApp } from "../../support/test_app.ts";

async function health(database: Database) {
  await using app = new TestApp(database);
  const { status, body } = await app.guest().get("/healthz");
  return [status, body];
}

Deno.test("the code knows which migration is the last", async () => {
  const all = await readMigrations();
  equal(schema_number, all.at(-1)!.number);
});

Deno.test("a shop whose database does not answer is not well, and alive", async () => {
  const database = postgres(`postgres://nobody@127.0.0.1:${freePort()}/nothing`);
  deepEqual(await health(database), [503, { ok: false, wrong: "database" }]);
  await using app = new TestApp(database);
  equal((await app.guest().get("/livez")).status, 200);
  await database.close();
});

anyDatabase("a shop is well with a schema as new as its code, or newer", async (database) => {
  deepEqual(await health(database), [200, { ok: true }]);
  await database.query(
    "insert into migrations (number, name, checksum) values ($1, 'next', '')",
    [schema_number + 1],
  );
  deepEqual(await health(database), [200, { ok: true }]);
  await database.query("delete from migrations where number >= $1", [schema_number]);
  deepEqual(await health(database), [503, { ok: false, wrong: "schema" }]);
  await database.script("drop table migrations");
  deepEqual(await health(database), [503, { ok: false, wrong: "schema" }]);
});

anyDatabase(
  "a shop that is about to close serves, and asks to be passed over",
  async (database) => {
    await using app = new TestApp(database);
    equal((await app.guest().get("/readyz")).status, 200);
    app.app.leave();
    equal((await app.guest().get("/readyz")).status, 503);
    equal((await app.guest().get("/livez")).status, 200);
    equal((await app.guest().get("/")).status, 200);
  },
);
