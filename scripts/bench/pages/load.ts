/** What a stretch of load found. Milliseconds; `wrong` counts answers that were not 200. */
export interface Loaded {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly wrong: number;
}

const connections = 32;
const warm_seconds = 2;
const seconds = 5;

/** Loads an address from a process of its own, warm first. */
export async function load(address: string): Promise<Loaded> {
  await cannon(address, warm_seconds);
  const told = await cannon(address, seconds);
  return {
    perSecond: told.requests.average,
    p50: told.latency.p50,
    p99: told.latency.p99,
    wrong: told.non2xx + told.errors,
  };
}

interface Told {
  requests: { average: number };
  latency: { p50: number; p99: number };
  non2xx: number;
  errors: number;
}

async function cannon(address: string, seconds: number): Promise<Told> {
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--allow-all",
      "--quiet",
      "npm:autocannon@9.0.0",
      "--json",
      `--connections=${connections}`,
      `--duration=${seconds}`,
      address,
    ],
    stderr: "null",
  }).output();
  return JSON.parse(new TextDecoder().decode(stdout));
}
