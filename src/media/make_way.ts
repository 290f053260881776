import { publisher_gone_ms_max, publisher_gone_poll_ms } from "../limits.ts";
import type { Platform } from "../platform.ts";
import { MediaAway, MediaServer, type Publisher } from "./media_server.ts";

/**
 * Has the media server drop a publisher, and waits shortly until it has.
 * @returns whether he is gone; false when that cannot be told
 */
export async function makeWay(
  { configuration: { media }, now, log }: Pick<Platform, "configuration" | "now" | "log">,
  { showId, clientId }: Publisher,
): Promise<boolean> {
  if (!media) return false;
  const server = new MediaServer(media);
  const until = now() + publisher_gone_ms_max;
  try {
    await server.drop(clientId);
    while (now() < until) {
      const { publishers } = await server.publishers();
      if (!publishers.some((one) => one.clientId === clientId)) return true;
      await new Promise((waited) => setTimeout(waited, publisher_gone_poll_ms));
    }
    log("warn", "media.not_dropped", { showId });
  } catch (error) {
    if (!(error instanceof MediaAway)) throw error;
    log("warn", "media.away", { showId, error: error.message });
  }
  return false;
}
