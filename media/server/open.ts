import { join } from "node:path";
import { apiRoutes } from "./api.ts";
import { beat } from "./heartbeat.ts";
import { Hooks } from "./hooks.ts";
import { identify } from "./identity.ts";
import { playRoutes } from "./play/routes.ts";
import { Recorder } from "./remux/recorder.ts";
import { Segmenter } from "./remux/segmenter.ts";
import { openRtmp } from "./rtmp/door.ts";
import type { Settings } from "./settings.ts";
import { type Follower, Streams } from "./streams.ts";

/** A media server that is open, with its three doors. */
export interface MediaServer {
  /** Stops without a word to the application, as SRS does, and finishes its recordings. */
  close(): Promise<void>;
}

export async function openMediaServer(settings: Settings): Promise<MediaServer> {
  const { host, ports, folder, record } = settings;
  const folders = { segments: join(folder, "segments"), recordings: join(folder, "recordings") };
  await Deno.remove(folders.segments, { recursive: true }).catch(() => {});
  for (const one of Object.values(folders)) await Deno.mkdir(one, { recursive: true });

  const identity = identify();
  const hooks = new Hooks(settings, identity);
  const segmenter = new Segmenter(folders.segments);
  const recorder = record ? new Recorder(folders.recordings, hooks) : undefined;
  let stopping = false;
  const farewell: Follower = { ended: ({ told }) => stopping || hooks.left(told) };
  const streams = new Streams([segmenter, ...recorder ? [recorder] : [], farewell]);

  const play = playRoutes(streams, folders);
  const rtmp = await openRtmp({ host, port: ports.rtmp }, streams, hooks);
  const serving = [
    serve(host, ports.play, (request, address) => play.fetch(request, { address })),
    // The API is private: whoever reaches it may end anybody's stream.
    serve("127.0.0.1", ports.api, apiRoutes(streams, identity).fetch),
  ];
  const still = beat(settings, identity);

  return {
    async close() {
      stopping = true;
      still();
      await rtmp.close();
      for (const stream of streams.all) streams.end(stream);
      await Promise.all([segmenter.close(), recorder?.close()]);
      await Promise.all(serving.map((server) => server.shutdown()));
    },
  };
}

function serve(
  hostname: string,
  port: number,
  answer: (request: Request, address: string) => Response | Promise<Response>,
): Deno.HttpServer {
  return Deno.serve(
    { hostname, port, onListen: () => {} },
    (request, { remoteAddr }) => answer(request, remoteAddr.hostname),
  );
}
