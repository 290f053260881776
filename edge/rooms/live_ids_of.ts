import { lastingIds, type LiveIds } from "../../src/room/live_ids.ts";
import type { ObjectId } from "../cloudflare/cloudflare.d.ts";

/** The clients that a show's live state is told as, by its object and by those that relay it. */
export function liveIdsOf(room: ObjectId, now: () => number): LiveIds {
  return lastingIds(parseInt(room.toString().slice(0, 8), 16), now);
}
