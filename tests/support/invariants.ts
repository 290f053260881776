import { deepEqual } from "node:assert/strict";
import type { Database } from "../../src/platform.ts";

interface Invariant {
  readonly sentence: string;
  /** Finds what breaks it. */
  readonly query: string;
}

const examples_max = 3;

/** The invariants of `tests/invariants.sql`: each a sentence above its query. */
export const invariants: readonly Invariant[] = read(
  await Deno.readTextFile(new URL("../invariants.sql", import.meta.url)),
);

/** Fails when the shop has become untrue: call it when nothing is under way any more. */
export async function assertInvariants(database: Database): Promise<void> {
  deepEqual(await broken(database), []);
}

/** The sentences that do not hold, each with examples. */
export async function broken(database: Database): Promise<string[]> {
  const found: string[] = [];
  for (const { sentence, query } of invariants) {
    const rows = await database.query<{ example: unknown }>(
      `select to_jsonb(broken) as example from (${query}) broken limit ${examples_max}`,
    );
    if (rows.length > 0) {
      found.push(`${sentence} ${JSON.stringify(rows.map((row) => row.example))}`);
    }
  }
  return found;
}

function read(sql: string): Invariant[] {
  const paragraphs = sql.split(/;\s*(?:\n|$)/).filter((text) => /^(select|with)\b/m.test(text));
  return paragraphs.map((text) => {
    const [last = ""] = text.split(/^(?=select|with)/m);
    const comment = last.split("\n\n").at(-1) ?? "";
    return {
      sentence: comment.replaceAll(/^-- ?/gm, "").trim().replaceAll("\n", " "),
      query: text.slice(last.length),
    };
  });
}
