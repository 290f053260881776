import { freePort } from "../provide/port.ts";

export interface Served {
  readonly origin: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** The demo shop, in a process of its own. */
export async function serveShop(databaseUrl: string): Promise<Served> {
  const dataDir = await Deno.makeTempDir();
  const served = await serve("scripts/start.ts", "/readyz", {
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    DEVELOPER_SIGN_IN: "on",
    // All the load comes from one address.
    RATE_LIMITS: "off",
    MEDIA_SERVER: "off",
  });
  return {
    ...served,
    async stop() {
      await served.stop();
      await Deno.remove(dataDir, { recursive: true });
    },
  };
}

/** The rival: Hono on the same runtime, one route, one line of text. */
export function serveBare(): Promise<Served> {
  return serve("scripts/bench/pages/bare.ts", "/", {});
}

/** Starts a program and waits until it answers. @param ready the path that says so */
export async function serve(
  entry: string,
  ready: string,
  env: Record<string, string>,
): Promise<Served> {
  const port = freePort();
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "--allow-all", "--no-check", "--quiet", entry],
    env: { ...env, PORT: String(port) },
    stdout: "null",
  }).spawn();
  const origin = `http://127.0.0.1:${port}`;
  const giveUp = Date.now() + 60_000;
  while (!(await fetch(origin + ready).then((answer) => answer.text(), () => ""))) {
    if (Date.now() > giveUp) throw new Error(`${entry} did not answer`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    origin,
    pid: child.pid,
    async stop() {
      child.kill("SIGTERM");
      await child.status;
    },
  };
}
