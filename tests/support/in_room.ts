import type { Redis } from "@upstash/redis";
import { uuidv7 } from "uuidv7";
import type { Person } from "../../src/http/env.ts";
import { News } from "../../src/outbox/news.ts";
import type { Database, Platform } from "../../src/platform.ts";
import { Attendance } from "../../src/room/attendance.ts";
import { Join } from "../../src/room/join.ts";
import type { LiveIds } from "../../src/room/live_ids.ts";
import type { RoomLink } from "../../src/room/open_room.ts";
import { Rooms } from "../../src/room/rooms.ts";
import { setScene } from "./scene.ts";

export interface RoomsOptions {
  readonly now?: () => number;
  readonly link?: RoomLink;
  /** What joins this process to the others that have it. */
  readonly redis?: Redis;
  readonly liveIds?: LiveIds;
}

/** The rooms of one process among several that share a database. */
export class RoomsProcess extends Rooms implements AsyncDisposable {
  readonly log: string[];

  constructor(database: Database, { now = Date.now, redis, ...given }: RoomsOptions = {}) {
    const log: string[] = [];
    const write = (_level: string, event: string) => void log.push(event);
    const platform = { database, log: write, now } as unknown as Platform;
    super({
      platform,
      news: new News(database, write),
      link: redis && new Join(redis, write),
      attendance: redis && new Attendance(redis, now, write),
      ...given,
    });
    this.log = log;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }
}

export interface Hall {
  readonly showId: string;
  readonly sellerId: string;
  readonly variantIds: readonly string[];
  /** Signed in, as their access tokens would say. */
  readonly people: readonly Person[];
}

/** A show, and people who are signed in. */
export async function setHall(database: Database, people = 1): Promise<Hall> {
  const scene = await setScene(database, { stock: [5], shoppers: people });
  const sessionIds = scene.shopperIds.map(() => uuidv7());
  await database.query(
    `insert into sessions (id, person_id, expires_at)
     select a.id, a.person, now() + interval '1 day' from unnest($1::uuid[], $2::uuid[])
       as a (id, person)`,
    [sessionIds, scene.shopperIds],
  );
  return {
    showId: scene.showId,
    sellerId: scene.sellerId,
    variantIds: scene.variantIds,
    people: scene.shopperIds.map((id, index) => ({
      id,
      sessionId: sessionIds[index]!,
      displayName: id,
      admin: false,
      moderates: [],
    })),
  };
}
