import { signals_per_sweep } from "../limits.ts";
import type { Shop } from "../shop.ts";
import { makeWay } from "./make_way.ts";
import { unpublish } from "./unpublish.ts";

type Given = Pick<Shop, "platform" | "news" | "callbacks">;

/** Has the media server drop whoever publishes a show. Where it cannot be asked, the sweep does. */
export async function dropPublisher(shop: Given, showId: string): Promise<void> {
  await dropWhere(shop, "g.show_id = $2", showId);
}

/** Drops those who still publish shows that are over. */
export async function dropLeft(shop: Given): Promise<void> {
  await dropWhere(shop, "w.state <> 'live' and $2::uuid is null", null);
}

async function dropWhere(shop: Given, where: string, showId: string | null) {
  const { platform } = shop;
  if (!platform.configuration.media) return;
  const publishers = await platform.database.query<
    { showId: string; serviceId: string; clientId: string }
  >(
    `select g.show_id as "showId", g.service_id as "serviceId", g.client_id as "clientId"
     from signals g join shows w on w.id = g.show_id
     where g.state = 'on' and ${where} limit $1`,
    [signals_per_sweep, showId],
  );
  for (const publisher of publishers) {
    // Its own message of this may have been lost.
    if (await makeWay(platform, publisher)) await unpublish(shop, publisher);
  }
}
