import { postgres } from "../../edge/database/postgres.ts";
import { log } from "../../edge/log.ts";
import { embeddedScheduler } from "../../edge/scheduler/scheduler.ts";
import type { SchedulerAddress } from "../../src/platform.ts";

/** What speaks QStash's protocol: the embedded scheduler, on a port of its own. */
export interface Qstash extends AsyncDisposable {
  /** For the `QSTASH_` variables. */
  readonly address: Omit<SchedulerAddress, "callbackOrigin">;
}

/**
 * Opens a scheduler on loopback that keeps its messages in a migrated database and delivers them.
 * @param databaseUrl reached over TCP, as by somebody else
 */
export function openQstash(
  databaseUrl: string,
  { port = 0, keys = newKeys() } = {},
): Qstash {
  const database = postgres(databaseUrl, { connections_max: 4 });
  const { app, start, stop } = embeddedScheduler({ database, now: Date.now, fetch, log, keys });
  const http = Deno.serve({ hostname: "127.0.0.1", port, onListen() {} }, app.fetch);
  start();
  return {
    address: { ...keys, url: `http://127.0.0.1:${http.addr.port}` },
    async [Symbol.asyncDispose]() {
      await stop();
      await http.shutdown();
      await database.close();
    },
  };
}

function newKeys() {
  const [token, current, next] = [1, 2, 3].map(() => crypto.randomUUID().replaceAll("-", ""));
  return { token: token!, currentSigningKey: `sig_${current}`, nextSigningKey: `sig_${next}` };
}
