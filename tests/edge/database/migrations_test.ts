import { deepEqual, match, rejects } from "node:assert/strict";
import { readFiles } from "./numbered.ts";

Deno.test("migrations are read in the order of their numbers, with a checksum each", async () => {
  const read = await readFiles({
    "0002_b.sql": "select 2",
    "0002_b.down.sql": "",
    "0001_a.sql": "select 1",
    "0001_a.down.sql": "select 0",
    "notes.md": "",
  });
  deepEqual(read.map(({ number, name, up, down }) => ({ number, name, up, down })), [
    { number: 1, name: "0001_a", up: "select 1", down: "select 0" },
    { number: 2, name: "0002_b", up: "select 2", down: "" },
  ]);
  match(read[0]!.checksum, /^[0-9a-f]{64}$/);
});

const refused: [string, Record<string, string>, RegExp][] = [
  [
    "a number that repeats",
    { "0001_a.sql": "", "0001_a.down.sql": "", "0001_b.sql": "", "0001_b.down.sql": "" },
    /migrations\/0001_b\.sql repeats the number of 0001_a\.sql/,
  ],
  ["a missing down", { "0001_a.sql": "" }, /migrations\/0001_a\.sql has no 0001_a\.down\.sql/],
  ["a down alone", { "0001_a.down.sql": "" }, /migrations\/0001_a\.down\.sql takes down/],
  ["another form of name", { "1_a.sql": "", "1_a.down.sql": "" }, /migrations\/1_a\.sql is not/],
];

for (const [what, files, words] of refused) {
  Deno.test(`${what} is refused, and the file named`, async () => {
    await rejects(readFiles(files), words);
  });
}
