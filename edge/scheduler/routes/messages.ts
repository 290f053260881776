import { Hono } from "hono";
import type { Core } from "../core.ts";
import { fault } from "../fault.ts";
import { readFilter } from "../filter.ts";
import { messageView } from "../message.ts";
import { cancelMessages, findMessage } from "../store/messages.ts";

export function messageRoutes({ database }: Core): Hono {
  const routes = new Hono();

  routes.get("/:id", async function getMessage(c) {
    const message = await findMessage(database, c.req.param("id"));
    if (message === undefined) throw fault("message not found", 404);
    return c.json(messageView(message));
  });

  routes.delete("/:id", async function cancelOne(c) {
    const cancelled = await cancelMessages(database, { ids: [c.req.param("id")] });
    if (cancelled === 0) throw fault("message not found", 404);
    return c.json({ cancelled });
  });

  routes.delete("/", async function cancelMany(c) {
    const filter = readFilter(c.req.url, "messageIds");
    return c.json({ cancelled: await cancelMessages(database, filter) });
  });

  return routes;
}
