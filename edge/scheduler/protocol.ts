import { Hono } from "hono";
import { bearerAuth } from "hono/bearer-auth";
import { bodyLimit } from "hono/body-limit";
import { HTTPException } from "hono/http-exception";
import { scheduler_batch_bytes_max } from "../../src/limits.ts";
import type { Log, SchedulerAddress } from "../../src/platform.ts";
import type { Core } from "./core.ts";
import { fault } from "./fault.ts";
import { deadLetterRoutes } from "./routes/dead_letters.ts";
import { messageRoutes } from "./routes/messages.ts";
import { publishingRoutes } from "./routes/publishing.ts";
import { scheduleRoutes } from "./routes/schedules.ts";

/** The part of QStash's HTTP protocol that its client speaks, for one bearer of one token. */
export function protocol(
  core: Core,
  keys: Pick<SchedulerAddress, "token" | "currentSigningKey" | "nextSigningKey">,
  log: Log,
): Hono {
  const app = new Hono();
  app.use(bearerAuth({ token: keys.token }));
  app.use(bodyLimit({
    maxSize: scheduler_batch_bytes_max,
    onError: () => {
      throw fault(`a body may have ${scheduler_batch_bytes_max} bytes`, 413);
    },
  }));
  app.get(
    "/v2/keys",
    (c) => c.json({ current: keys.currentSigningKey, next: keys.nextSigningKey }),
  );
  app.route("/v2", publishingRoutes(core));
  app.route("/v2/messages", messageRoutes(core));
  app.route("/v2/schedules", scheduleRoutes(core));
  app.route("/v2/dlq", deadLetterRoutes(core));
  app.notFound((c) => c.json({ error: "not supported here" }, 404));
  app.onError((error, c) => {
    if (error instanceof HTTPException) {
      return error.res ?? c.json({ error: error.message }, error.status);
    }
    log("error", "scheduler.request_failed", { error: String(error) });
    return c.json({ error: "the scheduler failed" }, 500);
  });
  return app;
}
