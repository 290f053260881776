import { sha256 } from "../bytes.ts";
import { type Outcome, refuse } from "../errors.ts";
import {
  media_check_soon_seconds,
  publish_early_hours,
  publish_key_characters_max,
  publisher_yield_seconds,
} from "../limits.ts";
import type { Database } from "../platform.ts";
import { bucketOf } from "../schedule/bucket.ts";
import type { Shop } from "../shop.ts";
import { serveLines } from "../stock/mod.ts";
import { hearMediaServer } from "./heartbeat.ts";
import { makeWay } from "./make_way.ts";

/** Somebody at a media server, as its hooks name them. */
export interface Client {
  readonly serverId: string;
  readonly serviceId: string;
  readonly clientId: string;
  readonly showId: string;
}

export interface Turn {
  readonly turn: number;
}

/** As the database says it. */
interface Answer {
  readonly turn?: number;
  /** It put the show on air. */
  readonly began?: boolean;
  /** It was let in before. */
  readonly again?: boolean;
  /** The client who is in. */
  readonly inTheWay?: string;
  /** Why not. */
  readonly no?: string;
  /** Of a show that is over. */
  readonly state?: string;
}

/**
 * Lets a publisher in who has the show's key: the show is on air by it. One who is in already makes
 * way. Nothing is locked while the media server is asked to drop that one.
 * Refusals: PUBLISH_REFUSED (its field says why: key, early, gone, another), SHOW_STATE (it is over),
 * UNAVAILABLE (who is in could not be dropped).
 */
export async function publish(shop: Shop, client: Client, key: string): Promise<Outcome<Turn>> {
  if (key === "" || key.length > publish_key_characters_max) return refused("key");
  const { database } = shop.platform;
  const hash = sha256(key);
  let answer = await knock(database, client, hash);
  if (answer.inTheWay !== undefined) {
    if (!await makeWay(shop.platform, { ...client, clientId: answer.inTheWay })) {
      return refuse("UNAVAILABLE");
    }
    answer = await knock(database, client, hash, answer.inTheWay);
  }
  if (answer.no !== undefined) return refused(answer.no, answer.state);
  if (answer.turn === undefined) return refused("another");
  if (!answer.again) follow(shop, client, answer.began);
  return { turn: answer.turn };
}

function refused(why: string, state?: string) {
  return why === "over"
    ? refuse("SHOW_STATE", { state })
    : refuse("PUBLISH_REFUSED", { field: why });
}

async function knock(
  database: Database,
  { showId, serverId, serviceId, clientId }: Client,
  hash: string,
  dropped: string | null = null,
): Promise<Answer> {
  const [row] = await database.query<{ answer: Answer }>(
    "select publish($1, decode($2, 'hex'), $3, $4, $5, $6, $7, $8) as answer",
    [
      ...[showId, hash, serverId, serviceId, clientId, dropped],
      ...[publish_early_hours, publisher_yield_seconds],
    ],
    { name: "publish" },
  );
  return row!.answer;
}

/** What comes of a signal that came. */
function follow({ platform, news, callbacks }: Shop, client: Client, began = false) {
  news.hurry();
  platform.after(hearMediaServer({ platform, news, callbacks }, client));
  if (began) platform.after(serveLines(platform.database));
  // The publisher may have given up waiting for the answer; nobody tells of that.
  const soon = bucketOf(platform.now(), media_check_soon_seconds) + media_check_soon_seconds * 1000;
  callbacks.ask({ name: "media-check", notBefore: soon, deduplicationId: `media-check-${soon}` });
}
