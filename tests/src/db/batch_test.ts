import { deepEqual, equal, rejects } from "node:assert/strict";
import { serve } from "../../../src/db/batch.ts";
import { type Database, DatabaseError } from "../../../src/platform.ts";

const asked = [{ personId: "p", requestId: "r", fingerprint: "f" }];

Deno.test("a list whose identity another statement took first is asked again", async () => {
  const taken = new DatabaseError("duplicate key", "23505", "requests_pkey");
  const database = failing(taken, 1);
  deepEqual(await serve(database, "change_holds", asked), ["answered"]);
  equal(database.asked, 2);
});

Deno.test("so is the one that gave way in a deadlock, but not for ever", async () => {
  const deadlock = new DatabaseError("deadlock detected", "40P01");
  const patient = failing(deadlock, 2);
  deepEqual(await serve(patient, "step_orders", asked), ["answered"]);
  const hopeless = failing(deadlock, 9);
  await rejects(serve(hopeless, "step_orders", asked), deadlock);
  equal(hopeless.asked, 3);
});

Deno.test("any other error is the caller's, at once", async () => {
  const check = new DatabaseError("violates a check", "23514", "variants_add_up");
  const database = failing(check, 1);
  await rejects(serve(database, "hold", asked), check);
  equal(database.asked, 1);
});

/** A database that fails so often before it answers. */
function failing(error: Error, times: number): Database & { asked: number } {
  return {
    asked: 0,
    query<Row>() {
      if (this.asked++ < times) return Promise.reject(error);
      return Promise.resolve([{ answers: ["answered"] }] as Row[]);
    },
    script: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}
