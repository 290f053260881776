/**
 * `deno task bench holds`: one hot variant, 64 clients, all ways to hold a unit of it in one run,
 * beside the interactive transaction that is the usual way; with the database beside the shop, with a
 * disk that nobody waits for, and with a network between them.
 */
import { broken } from "../../tests/support/invariants.ts";
import { type Contender, contenders } from "./holds/contenders.ts";
import { away, beside, besideUnsynced, type Distance } from "./holds/distance.ts";
import { report, type Result } from "./holds/report.ts";
import {
  leave,
  newPeople,
  openServer,
  setStage,
  type Stage,
  unitsHeld,
  versionOf,
} from "./holds/stage.ts";
import type { Measure } from "./measure.ts";

const clients = 64;
const last_units = 500;
/** Ways take turns, so that a machine that is busy for a moment is not one way's misfortune. */
const rounds = 3;
const timed = { clients, warm_seconds: 1, seconds: 3 };
const rushed = { clients, warm_seconds: 0, seconds: 1 };

/** How many times as fast as the rival a way must be, and how many people it may need a second. */
const targets: Record<keyof typeof contenders, { target: number; people: number }> = {
  "an interactive transaction": { target: 1, people: 2_500 },
  "our statement": { target: 4, people: 6_000 },
  "the whole shop over HTTP": { target: 6, people: 8_000 },
  "the gate": { target: 50, people: 35_000 },
};

interface Entrant {
  readonly name: string;
  readonly target: number;
  readonly people: number;
  readonly stage: Stage;
  readonly contender: Contender;
  readonly rounds: Measure[];
}

const server = await openServer();
const faults: string[] = [];
try {
  const tables: { distance: string; results: Result[] }[] = [];
  for (const distance of [beside, besideUnsynced, await away(server)]) {
    tables.push({ distance: distance.name, results: await compete(distance) });
    await distance.stop();
  }
  const text = await report(tables, faults, {
    ...{ version: await versionOf(server), clients, last_units, rounds },
    seconds: timed.seconds,
  });
  await Deno.mkdir("docs/benchmarks", { recursive: true });
  await Deno.writeTextFile("docs/benchmarks/holds.md", text);
  console.log(text);
} finally {
  await server.stop();
}
Deno.exit(faults.length === 0 ? 0 : 1);

async function compete(distance: Distance): Promise<Result[]> {
  console.log(`${distance.name} …`);
  const entrants: Entrant[] = [];
  for (const [name, open] of Object.entries(contenders)) {
    const stage = await setStage(server);
    const contender = await open({ ...stage, url: distance.reach(stage.url) });
    entrants.push({
      name,
      ...targets[name as keyof typeof contenders],
      stage,
      contender,
      rounds: [],
    });
  }
  for (let round = 0; round < rounds; round++) {
    for (const { stage, contender, people, rounds } of entrants) {
      await leave(stage);
      const many = people * (timed.warm_seconds + timed.seconds);
      rounds.push(await contender.rush(await newPeople(stage, many), timed));
    }
  }
  const results: Result[] = [];
  for (const entrant of entrants) results.push(await lastUnits(entrant, distance));
  return results;
}

/** The last units, for more people than there are units; then the way is closed. */
async function lastUnits(
  { name, target, people, stage, contender, rounds }: Entrant,
  distance: Distance,
): Promise<Result> {
  await leave(stage, last_units);
  const rush = await contender.rush(await newPeople(stage, people), rushed);
  const units = await unitsHeld(stage);
  await contender.close();
  const broke = await broken(stage.database);
  faults.push(...broke.map((fault) => `${distance.name}, ${name}: ${fault}`));
  await stage.clear();
  return { name, target, rounds, rush, units };
}
