import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { lockFolder } from "../../../edge/database/folder_lock.ts";
import { pglite, pgliteInMemory } from "../../../edge/database/pglite.ts";
import { inFolder } from "./in_folder.ts";
import { Process } from "./process.ts";

inFolder(
  "what was written is there when the folder is opened again, by one at a time",
  async (folder) => {
    const first = await pglite(folder);
    await first.script("create table t (a int); insert into t values (1)");
    await first.close();
    const second = await pglite(folder);
    await rejects(pglite(folder), { message: `${folder} is in use by process ${Deno.pid}` });
    deepEqual(await second.query("select a from t"), [{ a: 1 }]);
    await second.close();
  },
);

inFolder("killed again and again, it keeps every row that was acknowledged", async (folder) => {
  let told = 0;
  for (let round = 0; round < 3; round++) {
    const writer = new Process("writer.ts", folder);
    equal(await writer.line(), "open");
    for (let row = 0; row < 50; row++) told = Number(await writer.line());
    told = Number((await writer.kill()).at(-1) ?? told);
  }
  const database = await pglite(folder);
  const rows = await database.query<{ n: number }>("select n from rows order by n");
  await database.close();
  ok(rows.length >= told, `${told} acknowledged, ${rows.length} there`);
  deepEqual(rows.map(({ n }) => n), rows.map((_, index) => index + 1));
});

inFolder("killed while it was made, it is made anew", async (folder) => {
  for (const unfinished_ms of [300, 2000]) {
    const writer = new Process("writer.ts", folder);
    await new Promise((after) => setTimeout(after, unfinished_ms));
    await writer.kill();
  }
  const database = await pglite(folder);
  deepEqual(await database.query("select 1 as one"), [{ one: 1 }]);
  await database.close();
});

inFolder("a folder that is no database is refused with the server's words", async (folder) => {
  await Deno.mkdir(`${folder}/cluster`);
  await Deno.writeTextFile(`${folder}/cluster/PG_VERSION`, "9");
  await rejects(pglite(folder), { sqlState: "08006" });
  await (await lockFolder(folder, { patience_ms: 0 }))();
});

Deno.test("a database in memory starts from what another one dumped", async () => {
  const first = await pgliteInMemory();
  await first.script("create table t (a int); insert into t values (1)");
  const snapshot = await first.snapshot();
  await first.query("insert into t values (2)");
  await first.close();

  for (const _ of ["twice", "from the same bytes"]) {
    const copy = await pgliteInMemory({ snapshot });
    deepEqual(await copy.query("select a from t"), [{ a: 1 }]);
    await copy.close();
  }
});
