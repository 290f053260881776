import { deepEqual, equal, notDeepEqual, rejects } from "node:assert/strict";
import { appliedMigrations, migrate, migrateDown } from "../../../edge/database/migrate.ts";
import { readMigrations } from "../../../edge/database/migrations.ts";
import { postgres } from "../../../edge/database/postgres.ts";
import type { Database } from "../../../src/platform.ts";
import { everyDatabase, onPostgres } from "../../support/databases.ts";
import { numbered } from "./numbered.ts";
import { changes, emptyTables, schemaText } from "./schema_text.ts";

const oneRowEach = await Deno.readTextFile(new URL("one_row_each.sql", import.meta.url));
const emptied = "drop schema public cascade; create schema public;";

function onEmptyDatabase(name: string, test: (database: Database) => Promise<void>): void {
  everyDatabase(name, async (database) => {
    await database.script(emptied);
    await test(database);
  });
}

onEmptyDatabase("the schema is the same up, down and up again, with data", async (database) => {
  const all = await readMigrations();
  const bare = await schemaText(database);
  const stages = [bare];
  for (const [index] of all.entries()) {
    await migrate(database, all.slice(0, index + 1));
    stages.push(await schemaText(database));
  }

  for (const _ of ["first", "second"]) {
    await database.script(oneRowEach);
    deepEqual(await emptyTables(database), []);
    for (const [index, { number, name }] of [...all.entries()].reverse()) {
      await migrateDown(database, number - 1, all);
      const changed = changes(stages[index], await schemaText(database));
      deepEqual({ [`${name}.down.sql`]: changed }, { [`${name}.down.sql`]: [] });
    }
    await migrate(database, all);
    deepEqual(changes(stages.at(-1), await schemaText(database)), []);
  }
});

onEmptyDatabase("what ran is remembered, and not run again", async (database) => {
  const all = await numbered({ up: "create table a (n int)" }, { up: "create table b (n int)" });
  await migrate(database, all.slice(0, 1));
  await migrate(database, all);
  await migrate(database, all);
  const applied = await appliedMigrations(database);
  deepEqual(applied.map(({ number, name }) => [number, name]), [[1, "0001_step"], [
    2,
    "0002_step",
  ]]);
});

onEmptyDatabase("a migration that fails takes the whole run with it", async (database) => {
  const all = await numbered(
    { up: "create table a (n int)" },
    { up: "create table b (n int); insert into b values (1 / 0)" },
  );
  await rejects(migrate(database, all), {
    message: "migrations/0002_step.sql: division by zero",
    sqlState: "22012",
  });
  deepEqual(await appliedMigrations(database), []);
  await rejects(database.query("select from a"), { sqlState: "42P01" });
});

onEmptyDatabase("a file that changed after it ran is refused, and named", async (database) => {
  await migrate(database, await numbered({ up: "create table a (n int)" }));
  await rejects(
    migrate(database, await numbered({ up: "create table a (n int8)" }, { up: "select 1" })),
    /migrations\/0001_step\.sql was changed after it ran/,
  );
  equal((await appliedMigrations(database)).length, 1);
});

onEmptyDatabase("a database that is ahead of the files is refused", async (database) => {
  const all = await numbered({ up: "select 1" }, { up: "select 2" });
  await migrate(database, all);
  await rejects(migrate(database, all.slice(0, 1)), /has migration 0002_step/);
  await rejects(migrateDown(database, 0, all.slice(0, 1)), /has migration 0002_step/);
});

onEmptyDatabase("down goes to a number, and says which file failed", async (database) => {
  const all = await numbered(
    { up: "create table a (n int)", down: "drop table nothing" },
    { up: "create table b (n int)", down: "drop table b" },
    { up: "create table c (n int)", down: "drop table c" },
  );
  await migrate(database, all);
  await migrateDown(database, 1, all);
  deepEqual((await appliedMigrations(database)).map(({ number }) => number), [1]);
  await rejects(migrateDown(database, 0, all), /migrations\/0001_step\.down\.sql: table "nothing"/);
  notDeepEqual(await appliedMigrations(database), []);
});

onPostgres("processes that migrate at once run each migration once", async ({ database, url }) => {
  await database.script(emptied);
  const all = await numbered(
    { up: "create table runs (n int); insert into runs values (1); select pg_sleep(0.05)" },
    { up: "insert into runs values (2)" },
  );
  const processes = Array.from({ length: 8 }, () => postgres(url, { connections_max: 1 }));
  try {
    await Promise.all(processes.map((process) => migrate(process, all)));
  } finally {
    await Promise.all(processes.map((process) => process.close()));
  }
  deepEqual(await database.query("select n from runs order by n"), [{ n: 1 }, { n: 2 }]);
});
