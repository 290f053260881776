import { postgres } from "../../../edge/database/postgres.ts";

/** How the shop reaches its database. */
export interface Distance {
  readonly name: string;
  /** The same database, at this distance. */
  reach(url: string): string;
  stop(): Promise<void>;
}

/** The database on the same machine as the shop: a round trip costs next to nothing. */
export const beside: Distance = {
  name: "The database beside the shop",
  reach: (url) => url,
  stop: async () => {},
};

/** The same, where a commit is answered before it is on the disk: locks and round trips alone. */
export const besideUnsynced: Distance = {
  name: "The database beside the shop, not waiting for the disk",
  reach(url) {
    const hasty = new URL(url);
    hasty.searchParams.set("options", "-c synchronous_commit=off");
    return hasty.href;
  },
  stop: async () => {},
};

const round_trips = 50;

/**
 * The database on another machine, as it is for a shop at the edge.
 * @param late_ms how much later everything arrives, each way
 */
export async function away({ url }: { url: string }, late_ms = 1): Promise<Distance> {
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "--allow-net", "--no-check", "--quiet", "scripts/bench/holds/far.ts"]
      .concat(new URL(url).port, String(late_ms)),
    stdout: "piped",
  }).spawn();
  const reader = child.stdout.getReader();
  const port = new TextDecoder().decode((await reader.read()).value).trim();
  const reach = (url: string) => {
    const far = new URL(url);
    far.port = port;
    return far.href;
  };
  return {
    name: `The database ${await roundTripMs(reach(url))} ms away`,
    reach,
    async stop() {
      child.kill("SIGTERM");
      await reader.cancel();
      await child.status;
    },
  };
}

async function roundTripMs(url: string): Promise<string> {
  const database = postgres(url, { connections_max: 1 });
  const took: number[] = [];
  for (let trip = 0; trip < round_trips; trip++) {
    const began = performance.now();
    await database.query("select 1");
    took.push(performance.now() - began);
  }
  await database.close();
  return took.sort((a, b) => a - b)[round_trips >> 1]!.toFixed(1);
}
