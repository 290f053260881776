import { MediaServer } from "./media_server.ts";
import { Person } from "./person.ts";
import { Publisher } from "./publisher.ts";
import { type Scene, setScene } from "./scene.ts";
import { type Stage, stage } from "./stage.ts";

/** A shop and its media server, and a show that is to begin now. */
export interface OnAir extends Stage {
  readonly media: MediaServer;
  readonly scene: Scene;
  readonly seller: Person;
  /** What the seller's encoder is told: the stream with its key. */
  makeKey(): Promise<string>;
  /** Publishes to a stream, as `makeKey` answers it. */
  publish(stream: string): Publisher;
  /** Seconds that a lost signal is waited for. */
  grace(seconds: number): Promise<unknown>;
}

const media = new MediaServer({ record: true });
let started: Promise<unknown> | undefined;

Deno.test.afterAll(async () => {
  await started;
  await media[Symbol.asyncDispose]();
});

/** Everything is real: the publisher, the media server, the hooks, the shop. */
export async function fromEncoder(test: (at: OnAir) => Promise<void>): Promise<void> {
  const opened = await stage({ env: media.variables });
  await (started ??= media.start(opened.origin));
  const { database, origin } = opened;
  const scene = await setScene(database, { stock: [6], price: 4500 });
  await database.query(
    "update shows set state = 'scheduled', started_at = null where id = $1",
    [scene.showId],
  );
  const seller = await Person.signedIn(origin, { email: `${scene.ownerId}@example.com` });
  const publishers: Publisher[] = [];
  try {
    await test({
      ...opened,
      media,
      scene,
      seller,
      async makeKey() {
        const { body } = await seller.post(`/api/desk/shows/${scene.showId}/publish-keys`);
        return String(body.stream);
      },
      publish(stream) {
        const publisher = new Publisher(`${media.publishUrl}/${stream}`);
        publishers.push(publisher);
        return publisher;
      },
      grace: (seconds) =>
        database.query("update sellers set grace_seconds = $2 where id = $1", [
          scene.sellerId,
          seconds,
        ]),
    });
  } finally {
    await Promise.all(publishers.map((publisher) => publisher.kill()));
  }
}
