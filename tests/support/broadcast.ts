import type { Database } from "../../src/platform.ts";
import { HookDoor } from "./hook_door.ts";
import { MediaServer } from "./media_server.ts";
import { Publisher } from "./publisher.ts";
import { type Scene, setScene } from "./scene.ts";
import { type Stage, stage } from "./stage.ts";

/** A shop and a media server, and a show on air whose signal a test commands. */
export interface Broadcast extends Stage {
  readonly media: MediaServer;
  readonly scene: Scene;
  /** Publishes to the show's stream. */
  publish(): Publisher;
  /** The shop knows the signal like this, and tells it. */
  signal(state: "on" | "lost", turn: number): Promise<void>;
}

const media = new MediaServer();
const door = new HookDoor();
let started: Promise<unknown> | undefined;

Deno.test.afterAll(async () => {
  await started;
  await media[Symbol.asyncDispose]();
  await door[Symbol.asyncDispose]();
});

/** Everybody may publish: what the shop knows is what the test tells it. */
export async function broadcast(test: (at: Broadcast) => Promise<void>): Promise<void> {
  await (started ??= media.start(door.origin));
  const opened = await stage({ env: media.variables });
  const scene = await setScene(opened.database, { stock: [6], price: 4500 });
  const publishers: Publisher[] = [];
  try {
    await test({
      ...opened,
      media,
      scene,
      publish() {
        const publisher = new Publisher(Publisher.address(media.publishUrl, scene.showId, "key"));
        publishers.push(publisher);
        return publisher;
      },
      signal: (state, turn) => tellSignal(opened.database, scene.showId, state, turn),
    });
  } finally {
    await Promise.all(publishers.map((publisher) => publisher.kill()));
  }
}

async function tellSignal(database: Database, showId: string, state: string, turn: number) {
  await database.query(
    `with told as (
       insert into signals (show_id, state, client_id, server_id, service_id, turn, came_at)
       values ($1, $2, 'client', 'server', 'service', $3, now())
       on conflict (show_id) do update set state = excluded.state, turn = excluded.turn
     ), changed as (
       update shows set version = version + 1 where id = $1 returning *
     )
     insert into outbox (topic, subject, body)
     select 'show', id, jsonb_build_object('state', state, 'version', version) from changed`,
    [showId, state, turn],
  );
}
