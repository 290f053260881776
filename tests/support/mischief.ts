import { createClient } from "@redis/client";
import type { Database } from "../../src/platform.ts";
import type { RedisServer } from "../../scripts/provide/redis.ts";
import type { Random } from "./random.ts";
import type { RoomReader } from "./room_reader.ts";
import type { ShopProcess } from "./shop.ts";
import type { Talkers } from "./talkers.ts";

export interface Stage {
  readonly database: Database;
  readonly redis: RedisServer;
  readonly shops: readonly ShopProcess[];
  /** Those who read at each process. */
  readonly readers: readonly (readonly RoomReader[])[];
  readonly talkers: Talkers;
}

/** What is done between two mischiefs, in acknowledged messages. */
const peace = [20, 120] as const;
/** How long one lasts, likewise. */
const trouble = [5, 80] as const;

/**
 * Does to the processes of a shop what the world does to them, while people talk. Redis and the
 * processes have their troubles apart, so that they meet in all ways.
 * @returns what was done, in order; when nobody talks any more all is as it was
 */
export async function mischief(stage: Stage, random: () => Random): Promise<string[]> {
  const done: string[] = [];
  const live = async (acts: readonly Act[]) => {
    const own = random();
    while (!stage.talkers.over) {
      for (const act of own.shuffled(acts)) {
        await stage.talkers.after(own.between(...peace));
        if (stage.talkers.over) return;
        done.push(act.name);
        await act(stage, own);
      }
    }
  };
  await Promise.all([
    live([redisRestarts, redisHangsUp, databaseHangsUp]),
    live([processDies, processFreezes, socketsAreCut]),
  ]);
  return done;
}

type Act = (stage: Stage, random: Random) => Promise<void>;

async function redisRestarts({ redis, talkers }: Stage, random: Random) {
  await redis.kill();
  await talkers.after(random.between(...trouble));
  await redis.start();
}

async function redisHangsUp({ redis }: Stage) {
  const client = createClient({ url: redis.url, RESP: 2, maintNotifications: "disabled" });
  client.on("error", () => {});
  await client.connect();
  await client.sendCommand(["CLIENT", "KILL", "TYPE", "pubsub"]);
  await client.sendCommand(["CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes"]);
  client.destroy();
}

/** Half of the connections end, whatever is under way on them. */
async function databaseHangsUp({ database }: Stage) {
  await database.query(`
    select pg_terminate_backend(pid) from (
      select pid, row_number() over (order by pid) as n from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()
    ) connections where n % 2 = 0`);
}

async function processDies({ shops, talkers }: Stage, random: Random) {
  const shop = random.oneOf(shops);
  await shop.kill("SIGKILL");
  await talkers.after(random.between(...trouble));
  await shop.start();
}

async function processFreezes({ shops, talkers }: Stage, random: Random) {
  const shop = random.oneOf(shops);
  shop.freeze();
  await talkers.after(random.between(...trouble));
  shop.thaw();
}

async function socketsAreCut({ readers, talkers }: Stage, random: Random) {
  random.oneOf(readers).forEach(({ provider }) => provider.disconnect());
  await talkers.after(random.between(...trouble));
  readers.flat().forEach(({ provider }) => provider.connect());
}
