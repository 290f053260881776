import type { Sent } from "../../src/restreams/door.ts";
import { HookDoor } from "./hook_door.ts";
import { MediaServer } from "./media_server.ts";
import { Publisher } from "./publisher.ts";
import { RestreamDoor } from "./restream_door.ts";
import { RestreamProcess } from "./restream_process.ts";

/** A place that a show is sent on to: a media server of its own. */
export interface Place {
  readonly id: string;
  readonly key: string;
  readonly media: MediaServer;
  /** Whom it lets in. */
  readonly door: HookDoor;
  /** Who publishes there now, and how much of it has arrived. */
  publisher(): Promise<{ readonly cid: string; readonly bytes: number } | undefined>;
}

/** A show that is published, the restreamer, and places that it can be sent on to. */
export interface OnRestream {
  readonly door: RestreamDoor;
  readonly restreamer: RestreamProcess;
  readonly publisher: Publisher;
  /** Opens a place, which nothing is sent to yet. */
  place(name: string): Promise<Place>;
  /** As the shop would say it. */
  sentTo(place: Place, more?: Partial<Sent>): Sent;
  /** Ends with the test. */
  use<Used extends AsyncDisposable>(used: Used): Used;
}

const showId = "0190a000-0000-7000-8000-000000000001";

export async function onRestream(
  test: (on: OnRestream) => Promise<void>,
  env?: Readonly<Record<string, string>>,
): Promise<void> {
  await using begun = new AsyncDisposableStack();
  const yes = begun.use(new HookDoor());
  const source = begun.use(new MediaServer());
  await source.start(yes.origin);
  // As many bits as an encoder sends: buffers on the way are filled the sooner.
  const publisher = begun.use(
    new Publisher(`${source.publishUrl}/${showId}`, { kbits_per_second: 6_000 }),
  );
  const door = begun.use(new RestreamDoor());
  const restreamer = begun.use(new RestreamProcess(door, env));
  await test({
    door,
    restreamer,
    publisher,
    async place(name) {
      const hooks = begun.use(new HookDoor());
      const media = await begun.use(new MediaServer()).start(hooks.origin);
      return {
        id: crypto.randomUUID(),
        key: `${name}?secret=${name}-key-of-nobody-else`,
        media,
        door: hooks,
        publisher: () => publisherOf(media, name),
      };
    },
    sentTo: ({ id, key, media }, more) => ({
      id,
      showId,
      turn: 1,
      version: 1,
      source: `${source.publishUrl}/${showId}`,
      url: media.publishUrl,
      key,
      sound: "copy",
      tries: 0,
      ...more,
    }),
    use: (used) => begun.use(used),
  });
}

async function publisherOf({ apiUrl }: MediaServer, name: string) {
  const answer = await fetch(`${apiUrl}/api/v1/streams/`).catch(() => undefined);
  if (!answer?.ok) return undefined;
  const { streams } = await answer.json();
  const stream = streams.find((one: { name: string }) => one.name === name);
  return stream && { cid: stream.publish.cid as string, bytes: stream.recv_bytes as number };
}
