/**
 * `deno task bench holds`: one hot variant, 64 clients, all ways to hold a unit of it in one run,
 * beside the interactive transaction that is the usual way.
 */
import { broken } from "../../tests/support/invariants.ts";
import { connections, type Contender, contenders } from "./holds/contenders.ts";
import {
  leave,
  newPeople,
  openServer,
  setStage,
  type Stage,
  unitsHeld,
  versionOf,
} from "./holds/stage.ts";
import { machine } from "./machine.ts";
import type { Measure } from "./measure.ts";

const clients = 64;
const last_units = 500;
const timed = { clients, warm_seconds: 3, seconds: 6 };
const rushed = { clients, warm_seconds: 0, seconds: 1 };

interface Result {
  readonly name: string;
  /** How many times as fast as the rival it must be. */
  readonly target: number;
  readonly timed: Measure;
  /** The last units, for more people than there are units. */
  readonly rushed: Measure;
  readonly units: number;
}

const targets: Record<keyof typeof contenders, { target: number; people: number }> = {
  "an interactive transaction": { target: 1, people: 15_000 },
  "our statement": { target: 4, people: 40_000 },
  "the whole shop over HTTP": { target: 6, people: 80_000 },
  "the gate": { target: 50, people: 300_000 },
};

const server = await openServer();
const version = await versionOf(server);
const results: Result[] = [];
const faults: string[] = [];
try {
  for (const [name, open] of Object.entries(contenders)) {
    console.log(`${name} …`);
    const { target, people } = targets[name as keyof typeof contenders];
    const stage = await setStage(server);
    const contender = await open(stage);
    results.push({ name, target, ...await compete(stage, contender, people) });
    await contender.close();
    faults.push(...(await broken(stage.database)).map((fault) => `${name}: ${fault}`));
    await stage.clear();
  }
} finally {
  await server.stop();
}
await report();
Deno.exit(faults.length === 0 ? 0 : 1);

async function compete(stage: Stage, contender: Contender, people: number) {
  await leave(stage);
  const timing = await contender.rush(await newPeople(stage, people), timed);
  await leave(stage, last_units);
  const rushing = await contender.rush(await newPeople(stage, people >> 2), rushed);
  return { timed: timing, rushed: rushing, units: await unitsHeld(stage) };
}

async function report() {
  const rate = ({ timed }: Result) => (timed.answers.held ?? 0) / timed.seconds;
  const [rival] = results;
  const expected = new Set(["held", "waiting", "SOLD_OUT"]);
  const rows = results.map((result) => {
    const { name, target, timed, rushed, units } = result;
    const times = rate(result) / rate(rival!);
    const others = [timed, rushed].flatMap(({ answers }) => Object.keys(answers))
      .filter((answer) => !expected.has(answer));
    if (times < target) faults.push(`${name}: ${times.toFixed(1)} times the rival, not ${target}`);
    if (units !== last_units) faults.push(`${name}: ${units} of ${last_units} units held`);
    if (others.length > 0) faults.push(`${name}: ${others.join(", ")}`);
    const told = Object.entries(rushed.answers).map(([answer, count]) => `${count} ${answer}`);
    return `| ${name} | ${rate(result).toFixed(0)} | ${times.toFixed(1)} | ${target} | ${
      timed.p50.toFixed(2)
    } | ${timed.p99.toFixed(2)} | ${told.sort().join(", ")} |`;
  });
  const text = [
    "# Holds",
    "",
    `\`deno task bench holds\` · ${await machine()} · ${version}`,
    "",
    `One variant, ${clients} clients, a new person for each hold, ${timed.seconds} s each after`,
    `${timed.warm_seconds} s of warming up; ${connections} connections to the database for each`,
    "way, which waits for the disk at each commit. Database, shop and clients share the machine.",
    `Then the last ${last_units} units, for everybody who comes within ${rushed.seconds} s.`,
    "",
    "| way | holds/s | × | at least | p50 ms | p99 ms | the last units |",
    "|---|---:|---:|---:|---:|---:|---|",
    ...rows,
    "",
    faults.length === 0
      ? "Every unit was held once, every refusal was SOLD_OUT or a place in line, and no invariant is broken."
      : `**Not as it should be:** ${faults.join("; ")}.`,
    "",
  ].join("\n");
  await Deno.mkdir("docs/benchmarks", { recursive: true });
  await Deno.writeTextFile("docs/benchmarks/holds.md", text);
  console.log(text);
}
