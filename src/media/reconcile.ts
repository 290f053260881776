import { media_restarts_remembered, media_settle_seconds } from "../limits.ts";
import type { Shop } from "../shop.ts";
import { askForEnd } from "./deadlines.ts";
import { MediaAway, MediaServer } from "./media_server.ts";

/**
 * Compares what the shop knows with what the media server has: what was lost without a word is waited
 * for, what is there without having been told is on, and strangers are dropped. When the media server
 * cannot be asked, nothing changes.
 */
export async function reconcile(
  shop: Pick<Shop, "platform" | "news" | "callbacks">,
): Promise<void> {
  const { platform: { database, configuration: { media }, log }, news, callbacks } = shop;
  if (!media) return;
  const server = new MediaServer(media);
  try {
    const found = await server.publishers();
    const [row] = await database.query<{ answer: { ends: string[]; strangers: string[] } }>(
      "select reconcile_signals($1, $2, $3, $4, $5) as answer",
      [
        found.serverId,
        found.serviceId,
        JSON.stringify(found.publishers),
        media_settle_seconds,
        media_restarts_remembered,
      ],
      { name: "reconcile_signals" },
    );
    news.hurry();
    const { ends, strangers } = row!.answer;
    ends.forEach((moment) => askForEnd(callbacks, moment));
    for (const stranger of [...found.strangers, ...strangers]) await server.drop(stranger);
  } catch (error) {
    if (!(error instanceof MediaAway)) throw error;
    log("warn", "media.away", { error: error.message });
  }
}
