import { uuidv7 } from "uuidv7";
import { migrate } from "../../../edge/database/migrate.ts";
import { postgres } from "../../../edge/database/postgres.ts";
import { named } from "../../../edge/environment.ts";
import { tokens } from "../../../src/accounts/tokens.ts";
import { fromHex } from "../../../src/bytes.ts";
import { MediaServer } from "../../../tests/support/media_server.ts";
import { Publisher } from "../../../tests/support/publisher.ts";
import { type Scene, setScene } from "../../../tests/support/scene.ts";
import { ShopProcess } from "../../../tests/support/shop.ts";
import { providePostgres } from "../../provide/postgres.ts";
import { newSecret } from "../signed_in.ts";

/** A show on air: the shop, the development media server, and an encoder as sellers have one. */
export interface MediaStage extends AsyncDisposable {
  /** The page of the show. */
  readonly url: string;
  readonly media: MediaServer;
  readonly showId: string;
}

/** Opens all of it, and waits until the show has its picture. */
export async function openMediaStage(): Promise<MediaStage> {
  const resources = new AsyncDisposableStack();
  const cluster = resources.adopt(await providePostgres(), (cluster) => cluster.stop());
  const database = resources.adopt(postgres(cluster.url), (database) => database.close());
  await migrate(database);
  const scene = await setScene(database, { stock: [6] });
  const media = resources.use(new MediaServer());
  const secret = newSecret();
  const shop = resources.use(
    await ShopProcess.open({
      databaseUrl: cluster.url,
      env: { SECRET: secret, RATE_LIMITS: "off", ...media.variables },
    }),
  );
  await media.start(shop.origin);
  const key = await makeKey(shop.origin, scene, secret);
  const server = Publisher.address(media.publishUrl, scene.showId, key);
  resources.use(new Publisher(server, { likeObs: true }));
  await hasPicture(`${media.playUrl}/live/${scene.showId}.m3u8`);
  return {
    url: `${shop.origin}/shows/${scene.showId}`,
    media,
    showId: scene.showId,
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
}

async function makeKey(origin: string, scene: Scene, secret: string): Promise<string> {
  const { ownerId: id, sellerId, showId } = scene;
  const { access } = await tokens({ secrets: { current: named(fromHex(secret)) } });
  const owner = { id, sellerId, displayName: "Seller", admin: false, moderates: [], sessionId: id };
  const answer = await fetch(`${origin}/api/desk/shows/${showId}/publish-keys`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${await access(owner, Date.now())}`,
      "content-type": "application/json",
      "idempotency-key": uuidv7(),
    },
  });
  const { key } = await answer.json();
  if (!key) throw new Error(`the show got no publish key: ${answer.status}`);
  return key;
}

const picture_ms_max = 20_000;

async function hasPicture(url: string): Promise<void> {
  const giveUp = Date.now() + picture_ms_max;
  while (Date.now() < giveUp) {
    const answer = await fetch(url);
    await answer.body?.cancel();
    if (answer.ok) return;
    await new Promise((rested) => setTimeout(rested, 100));
  }
  throw new Error("the show got no picture");
}
