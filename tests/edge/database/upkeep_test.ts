import { PGlite } from "@electric-sql/pglite";
import { ok } from "node:assert/strict";
import { Upkeep } from "../../../edge/database/upkeep.ts";

Deno.test("a log that has grown long is cut by a checkpoint", async () => {
  const engine = await PGlite.create();
  const upkeep = new Upkeep(engine);
  await engine.exec(
    "create table t as select repeat('x', 2000) as text from generate_series(1, 40000)",
  );
  const before = await upkeep.logBytes();
  for (let message = 0; message < 500; message++) await upkeep.afterMessage();
  const after = await upkeep.logBytes();
  await engine.close();
  ok(before > 64 * 1024 * 1024, `${before} bytes`);
  ok(after < 1024 * 1024, `${after} bytes`);
});
