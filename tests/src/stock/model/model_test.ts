import fc from "fast-check";
import type { Database } from "../../../../src/platform.ts";
import { eachDatabase } from "../../../support/databases.ts";
import { Story } from "./story.ts";
import { stories } from "./verbs.ts";

const seconds_max = Number(Deno.env.get("MODEL_SECONDS") ?? 15);
const runs_max = Number(Deno.env.get("MODEL_RUNS") ?? 200);

eachDatabase("whatever happens, the shop is as the model says", async (database) => {
  await fc.assert(
    fc.asyncProperty(stories, async ({ stock, verbs }) => {
      await empty(database);
      await new Story(database, stock).tell(verbs);
    }),
    { numRuns: runs_max, interruptAfterTimeLimit: seconds_max * 1000, endOnFailure: false },
  );
});

async function empty(database: Database) {
  await database.query("truncate people, holds, requests, outbox, order_days cascade");
}
