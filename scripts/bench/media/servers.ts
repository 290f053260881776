import { HookDoor } from "../../../tests/support/hook_door.ts";
import { MediaServer } from "../../../tests/support/media_server.ts";
import { freePort } from "../../provide/port.ts";

/** A media server that is measured. */
export interface Measured extends AsyncDisposable {
  readonly pid: number;
  readonly publishUrl: string;
  readonly playUrl: string;
}

/** The development media server, with everybody let in, as it is: HLS is written too. */
export async function ours(): Promise<Measured> {
  const door = new HookDoor();
  const media = await new MediaServer().start(door.origin);
  return {
    pid: media.pid!,
    publishUrl: media.publishUrl,
    playUrl: media.playUrl,
    async [Symbol.asyncDispose]() {
      await media[Symbol.asyncDispose]();
      await door[Symbol.asyncDispose]();
    },
  };
}

/** The rival: node-media-server as it comes, on the same runtime. It writes no HLS. */
export function stock(): Promise<Measured> {
  const [rtmp, play] = [freePort(), freePort()];
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "--allow-all", "--no-check", "--quiet", "scripts/bench/media/stock.ts"],
      ...[String(rtmp), String(play)],
    ],
    stdout: "null",
  }).spawn();
  return Promise.resolve({
    pid: child.pid,
    publishUrl: `rtmp://127.0.0.1:${rtmp}/live`,
    playUrl: `http://127.0.0.1:${play}`,
    async [Symbol.asyncDispose]() {
      child.kill("SIGKILL");
      await child.status;
    },
  });
}
