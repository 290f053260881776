import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { environmentOf } from "../media/server/settings.ts";
import type { Environment } from "../edge/environment.ts";
import { findFfmpeg } from "./provide/ffmpeg.ts";
import { freePort, isFree } from "./provide/port.ts";

const server = fileURLToPath(new URL("../media/server.ts", import.meta.url));
const restreamer = fileURLToPath(new URL("../media/restream.ts", import.meta.url));
const usual = { rtmp: 1935, play: 8088, api: 1985 };
const free_ms_max = 2_000;
const ready_ms_max = 10_000;
const stop_ms_max = 30_000;
const look_again_ms = 50;

/**
 * A media server beside the shop, and what sends its pictures on: processes that end with this one,
 * however this one ends.
 */
export interface StartedMedia {
  readonly media: NonNullable<Environment["media"]>;
  close(): Promise<void>;
}

/**
 * Starts the development media server for a shop that has no other.
 * @returns or why there is none, in words
 */
export async function startMedia(
  { dataDir, port }: Pick<Environment, "dataDir" | "port">,
  wanted: string | undefined,
): Promise<StartedMedia | string> {
  if (wanted === "off") return "The shop is without pictures (MEDIA_SERVER=off).";
  if (!findFfmpeg()) {
    return "The shop is without pictures: ffmpeg is not here (apt-get install ffmpeg).";
  }
  const ports = await portsOf(usual);
  const hookToken = crypto.randomUUID();
  const shop = `http://127.0.0.1:${port}`;
  const child = attended(
    server,
    environmentOf({
      host: "127.0.0.1",
      ports,
      hookOrigin: shop,
      hookToken,
      folder: join(dataDir, "media"),
      record: true,
    }),
  );
  const sender = attended(restreamer, {
    SHOP_URL: shop,
    MEDIA_HOOK_TOKEN: hookToken,
    MEDIA_TARGETS_PRIVATE: "on",
  });
  const started: StartedMedia = {
    media: {
      publishUrl: `rtmp://127.0.0.1:${ports.rtmp}/live`,
      playUrl: `http://127.0.0.1:${ports.play}`,
      apiUrl: `http://127.0.0.1:${ports.api}`,
      hookToken,
      // Another media server on this machine is where one tries it out.
      privateTargets: true,
    },
    async close() {
      await Promise.all([end(sender), end(child)]);
    },
  };
  if (await opened(child, started.media.apiUrl)) return started;
  await started.close();
  return "The shop is without pictures: its media server did not open.";
}

/** Starts a program that ends with this one. */
function attended(program: string, env: Record<string, string>): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "--allow-all", "--no-check", "--quiet", program, "--attended"],
    env,
    stdin: "piped",
    // What interrupts the terminal is for the shop alone, which ends it when it has closed.
    detached: true,
  }).spawn();
}

async function end(child: Deno.ChildProcess): Promise<void> {
  await child.stdin.close().catch(() => {});
  const force = setTimeout(() => child.kill("SIGKILL"), stop_ms_max);
  await child.status;
  clearTimeout(force);
}

/** The usual ports, each where it gets free in a moment, else another. */
async function portsOf<Name extends string>(
  wanted: Record<Name, number>,
): Promise<Record<Name, number>> {
  const giveUp = Date.now() + free_ms_max;
  const ports: number[] = Object.values(wanted);
  while (!ports.every(isFree) && Date.now() < giveUp) await rest();
  return Object.fromEntries(
    Object.entries<number>(wanted).map(([name, port]) => [name, isFree(port) ? port : freePort()]),
  ) as Record<Name, number>;
}

async function opened(child: Deno.ChildProcess, apiUrl: string): Promise<boolean> {
  let ended = false;
  child.status.then(() => ended = true);
  const giveUp = Date.now() + ready_ms_max;
  while (!ended && Date.now() < giveUp) {
    const answer = await fetch(`${apiUrl}/api/v1/versions`).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok) return true;
    await rest();
  }
  return false;
}

function rest(): Promise<void> {
  return new Promise((rested) => setTimeout(rested, look_again_ms));
}
