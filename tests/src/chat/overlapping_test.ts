import { deepEqual } from "node:assert/strict";
import { eachDatabase } from "../../support/databases.ts";

eachDatabase(
  "without slow mode nobody waits for what they say at the same time",
  async (database) => {
    // The statement that began first may come second, and find the other's message after its now().
    const waits = (seconds: number) =>
      database.query("select wait_to_say('SLOW_MODE', $1, now() + interval '1 second') as wait", [
        seconds,
      ]);
    deepEqual(await waits(0), [{ wait: null }]);
    deepEqual(await waits(2), [{
      wait: { refusal: { code: "SLOW_MODE", retryAfterMs: 3000 } },
    }]);
  },
);
