import { equal } from "node:assert/strict";
import { Revocations } from "../../../src/accounts/revocations.ts";
import type { Database } from "../../../src/platform.ts";

/** A database that answers when it is told to. */
function slow(ended: string) {
  const answers: (() => void)[] = [];
  const query = () => new Promise((answer) => answers.push(() => answer([{ id: ended }])));
  return { answers, database: { query } as unknown as Database };
}

Deno.test("those who ask at the same moment wait for one reading", async () => {
  const { answers, database } = slow("gone");
  const revocations = new Revocations({ database, now: Date.now });
  const asked = ["gone", "here"].map((session) => revocations.includes(session));
  equal(answers.length, 1);
  answers.forEach((answer) => answer());
  equal((await Promise.all(asked)).join(), "true,false");
});

Deno.test("where requests are served apart none waits for what another began", async () => {
  const { answers, database } = slow("gone");
  const revocations = new Revocations({ database, now: Date.now, requestsApart: true });
  const [, second] = ["gone", "here"].map((session) => revocations.includes(session));
  equal(answers.length, 2);
  // The first request was given up, and its reading with it.
  answers[1]!();
  equal(await second, false);
  equal(await revocations.includes("gone"), true, "what was read serves those who come after");
  equal(answers.length, 2);
});
