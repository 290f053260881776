import { deepEqual, rejects } from "node:assert/strict";
import type { Database } from "../../src/platform.ts";
import { onePglite } from "./one_pglite.ts";
import { setScene } from "./scene.ts";

async function finds(people: number): Promise<void> {
  await onePglite(async (database) => {
    deepEqual(await database.query("select count(*)::int as people from people"), [{ people }]);
    deepEqual(await database.query("select to_regclass('extra') as extra"), [{ extra: null }]);
  });
}

const leaveBehind: Readonly<Record<string, (database: Database) => Promise<unknown>>> = {
  rows: (database) => setScene(database, { stock: [1] }),
  "an open transaction": (database) => database.script("begin; create table extra ();"),
  "a changed schema": (database) => database.script("create table extra ();"),
  "a dropped table": (database) => database.script("drop table outbox;"),
  "a closed database": (database) => database.close(),
};

for (const [what, act] of Object.entries(leaveBehind)) {
  Deno.test(`a test that leaves ${what} behind leaves an empty, migrated PGlite`, async () => {
    await onePglite(async (database) => void await act(database));
    await finds(0);
  });
}

Deno.test("a test that fails fails, and leaves an empty, migrated PGlite", async () => {
  await rejects(onePglite(() => Promise.reject(new Error("broken"))), /broken/);
  await finds(0);
});
