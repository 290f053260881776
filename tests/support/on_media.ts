import { HookDoor } from "./hook_door.ts";
import { MediaServer } from "./media_server.ts";
import { Publisher } from "./publisher.ts";
import type { TestPicture } from "../../media/test_picture.ts";

/** A media server with a stand-in for the shop at its hooks. */
export interface Studio {
  readonly door: HookDoor;
  readonly media: MediaServer;
  /** Publishes, by default under the right key; it ends with the test. */
  publish(stream?: string, picture?: TestPicture): Publisher;
  /** The status of what is played there. */
  flvStatus(stream?: string): Promise<number>;
}

/** Runs a test on a media server of its own, and ends what the test began. */
export async function inStudio(
  test: (studio: Studio) => Promise<void>,
  options?: ConstructorParameters<typeof MediaServer>[0],
): Promise<void> {
  await using begun = new AsyncDisposableStack();
  const door = begun.use(new HookDoor());
  const media = begun.use(new MediaServer(options));
  await media.start(door.origin);
  await test({
    door,
    media,
    publish: (stream = "show-1?key=secret", picture) =>
      begun.use(new Publisher(`${media.publishUrl}/${stream}`, picture)),
    async flvStatus(stream = "show-1") {
      const answer = await fetch(`${media.playUrl}/live/${stream}.flv`);
      await answer.body?.cancel();
      return answer.status;
    },
  });
}
