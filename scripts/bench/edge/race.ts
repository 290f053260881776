import { come } from "../holds/whole_shop.ts";
import { leave, newPeople, setStage, type Stage } from "../holds/stage.ts";
import type { Measure } from "../measure.ts";
import { load, type Loaded } from "../pages/load.ts";
import { newSecret, signedIn } from "../signed_in.ts";
import { type Runtime, runtimes } from "./runtimes.ts";

const rounds = 3;
const starts = 5;
const look_again_ms = 2;
const clients = 64;
const timed = { clients, warm_seconds: 1, seconds: 3 };
/** More than any of them serves in a round. */
const people_per_second = 8_000;

/** What one runtime did, round by round. */
export interface Ran {
  readonly name: string;
  /** Milliseconds from nothing to the first answer. */
  readonly starts: number[];
  readonly pages: Loaded[];
  readonly holds: Measure[];
}

/** Lets all runtimes do the same on databases of the same kind, in turns. */
export async function race(server: { url: string }): Promise<Ran[]> {
  const secret = newSecret();
  const entrants = await Promise.all(
    Object.entries(runtimes).map(async ([name, open]) => {
      const stage = await setStage(server);
      const env = { SECRET: secret, RATE_LIMITS: "off" };
      const runtime = await open({ databaseUrl: stage.url, env });
      const ran: Ran = { name, starts: [], pages: [], holds: [] };
      return { stage, runtime, ran };
    }),
  );
  for (let start = 0; start < starts; start++) {
    for (const { runtime, ran } of entrants) ran.starts.push(await timeStart(runtime));
  }
  for (let round = 0; round < rounds; round++) {
    for (const { stage, runtime, ran } of entrants) {
      console.log(`${ran.name}, round ${round + 1} of ${rounds} …`);
      const product = await pathOf(stage);
      ran.pages.push(await load(runtime.origin + product));
      ran.holds.push(await holdAll(stage, runtime, secret));
    }
  }
  for (const { stage, runtime } of entrants) {
    await runtime[Symbol.asyncDispose]();
    await stage.clear();
  }
  return entrants.map(({ ran }) => ran);
}

async function timeStart(runtime: Runtime): Promise<number> {
  await runtime.kill();
  const began = performance.now();
  const open = runtime.start();
  while (!await answers(runtime.origin)) {
    await new Promise((rested) => setTimeout(rested, look_again_ms));
  }
  const took = performance.now() - began;
  await open;
  return took;
}

async function answers(origin: string): Promise<boolean> {
  const answer = await fetch(`${origin}/livez`).catch(() => undefined);
  await answer?.body?.cancel();
  return answer?.ok ?? false;
}

async function pathOf({ database }: Stage): Promise<string> {
  const [row] = await database.query<{ id: string }>("select id from products");
  return `/products/${row!.id}`;
}

async function holdAll(stage: Stage, { origin }: Runtime, secret: string): Promise<Measure> {
  await leave(stage);
  const people = await newPeople(stage, people_per_second * (timed.warm_seconds + timed.seconds));
  const folder = await Deno.makeTempDir();
  const crowd = { origin, variantId: stage.variantId, tokens: await signedIn(people, secret) };
  const measured = await come({ ...crowd, ...timed }, folder);
  await Deno.remove(folder, { recursive: true });
  return measured;
}
