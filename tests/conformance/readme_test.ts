import { ok } from "node:assert/strict";
import { combinations } from "./combinations/mod.ts";
import { promises } from "./promises/mod.ts";
import { table } from "./table.ts";

Deno.test("the README tells every promise, on every combination", async () => {
  const readme = await Deno.readTextFile("README.md");
  const told = table(promises, combinations, () => "✓");
  ok(readme.includes(told), `README.md wants this table:\n${told}`);
});
