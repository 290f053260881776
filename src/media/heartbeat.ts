import { media_restarts_remembered } from "../limits.ts";
import type { Shop } from "../shop.ts";
import { askForEnd } from "./deadlines.ts";
import type { Client } from "./publish.ts";

/** A media server is there. When it started anew, whatever was published to it before is lost. */
export async function hearMediaServer(
  { platform: { database }, news, callbacks }: Pick<Shop, "platform" | "news" | "callbacks">,
  { serverId, serviceId }: Pick<Client, "serverId" | "serviceId">,
): Promise<void> {
  const rows = await database.query<{ ends: string | null }>(
    "select hear_media_server($1, $2, $3) as ends",
    [serverId, serviceId, media_restarts_remembered],
    { name: "hear_media_server" },
  );
  if (rows.length > 0) news.hurry();
  rows.forEach(({ ends }) => ends && askForEnd(callbacks, ends));
}
