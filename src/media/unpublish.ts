import type { Shop } from "../shop.ts";
import { askForEnd } from "./deadlines.ts";
import type { Client } from "./publish.ts";

/** A publisher went. If the picture came from them, it is waited for from now on. */
export async function unpublish(
  { platform: { database }, news, callbacks }: Pick<Shop, "platform" | "news" | "callbacks">,
  { showId, serviceId, clientId }: Pick<Client, "showId" | "serviceId" | "clientId">,
): Promise<void> {
  const [row] = await database.query<{ ends: string | null }>(
    "select unpublish($1, $2, $3) as ends",
    [showId, serviceId, clientId],
    { name: "unpublish" },
  );
  news.hurry();
  if (row?.ends) askForEnd(callbacks, row.ends);
}
