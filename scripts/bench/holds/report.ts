import { machine } from "../machine.ts";
import type { Measure } from "../measure.ts";
import { connections } from "./contenders.ts";

export interface Result {
  readonly name: string;
  /** How many times as fast as the rival it must be. */
  readonly target: number;
  readonly rounds: readonly Measure[];
  /** The last units, for more people than there are units. */
  readonly rush: Measure;
  /** Units that were held in the end. */
  readonly units: number;
}

export interface Conditions {
  readonly version: string;
  readonly clients: number;
  readonly last_units: number;
  readonly rounds: number;
  readonly seconds: number;
}

const expected = new Set(["held", "waiting", "SOLD_OUT"]);

/** @param faults what was found wrong so far; what the figures show is added */
export async function report(
  tables: readonly { distance: string; results: readonly Result[] }[],
  faults: string[],
  { version, clients, last_units, rounds, seconds }: Conditions,
): Promise<string> {
  const parts = tables.flatMap(({ distance, results }) => [
    `## ${distance}`,
    "",
    "| way | holds/s | × | at least | p50 ms | p99 ms | the last units |",
    "|---|---:|---:|---:|---:|---:|---|",
    ...results.map((result) => row(result, results[0]!, distance)),
    "",
  ]);

  return [
    "# Holds",
    "",
    `\`deno task bench holds\` · ${await machine()} · ${version}`,
    "",
    `One variant, ${clients} clients, a new person for each hold. The ways take turns, ${seconds} s each`,
    `after a second of warming up; of ${rounds} turns the middle one is told. Clients of the database`,
    `itself have a connection each, the gate has ${connections.gate}, the shop its own. A commit waits for`,
    "the disk unless it is said otherwise. Database, shop and clients share the machine. Then the",
    `last ${last_units} units, for everybody who comes within a second.`,
    "",
    ...parts,
    faults.length === 0
      ? "Every unit was held once, every refusal was SOLD_OUT or a place in line, and no invariant is broken."
      : `**Not as it should be:** ${faults.join("; ")}.`,
    "",
  ].join("\n");

  function row(result: Result, rival: Result, distance: string) {
    const { name, target, rush, units } = result;
    const times = rate(middle(result)) / rate(middle(rival));
    const where = `${distance}, ${name}`;
    const others = [...result.rounds, rush].flatMap(({ answers }) => Object.keys(answers))
      .filter((answer) => !expected.has(answer));
    if (times < target) faults.push(`${where}: ${times.toFixed(1)} times the rival, not ${target}`);
    // Fewer are held only when fewer came.
    const refused = Object.keys(rush.answers).some((answer) => answer !== "held");
    if (units > last_units || refused && units < last_units) {
      faults.push(`${where}: ${units} of ${last_units} units held`);
    }
    if (others.length > 0) faults.push(`${where}: ${others.join(", ")}`);
    const told = Object.entries(rush.answers).map(([answer, count]) => `${count} ${answer}`);
    const { p50, p99 } = middle(result);
    return `| ${name} | ${rate(middle(result)).toFixed(0)} | ${times.toFixed(1)} | ${target} | ${
      p50.toFixed(2)
    } | ${p99.toFixed(2)} | ${told.sort().join(", ")} |`;
  }
}

function rate({ answers, seconds }: Measure): number {
  return (answers.held ?? 0) / seconds;
}

function middle({ rounds }: Result): Measure {
  return [...rounds].sort((a, b) => rate(a) - rate(b))[rounds.length >> 1]!;
}
