import { deepEqual } from "node:assert/strict";
import type { Database } from "../../../src/platform.ts";
import { hold, type HoldRequest } from "../../../src/stock/mod.ts";

Deno.test("a list is one statement for as long as no shopper comes again", async () => {
  deepEqual(await runsOf("abc"), ["abc"]);
  deepEqual(await runsOf("aba"), ["ab", "a"]);
  deepEqual(await runsOf("abbca"), ["ab", "bca"]);
  deepEqual(await runsOf("aaa"), ["a", "a", "a"]);
  deepEqual(await runsOf("abcabc"), ["abc", "abc"]);
  deepEqual(await runsOf(""), []);
});

Deno.test("the answers come in the order of the requests, whatever the runs", async () => {
  const requests = [..."abcab"].map(wishOf);
  const answers = await hold(repeating([]), requests);
  deepEqual(answers.map((answer) => "id" in answer && answer.id), [
    "0 a",
    "1 b",
    "2 c",
    "3 a",
    "4 b",
  ]);
});

async function runsOf(shoppers: string): Promise<string[]> {
  const runs: string[] = [];
  await hold(repeating(runs), [...shoppers].map(wishOf));
  return runs;
}

/** A database that notes who stands in each statement and answers with each request's hold. */
function repeating(runs: string[]): Database {
  return {
    query<Row>(_text: string, [list]: readonly unknown[] = []) {
      const asked: HoldRequest[] = JSON.parse(String(list));
      runs.push(asked.map(({ personId }) => personId).join(""));
      return Promise.resolve([{ answers: asked.map(({ holdId }) => ({ id: holdId })) }] as Row[]);
    },
    script: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

function wishOf(personId: string, n: number): HoldRequest {
  const holdId = `${n} ${personId}`;
  return { personId, requestId: holdId, holdId, variantId: "v", quantity: 1, waitlist: false };
}
