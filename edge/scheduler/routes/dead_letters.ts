import { Hono } from "hono";
import { scheduler_page_max } from "../../../src/limits.ts";
import type { Core } from "../core.ts";
import { fault } from "../fault.ts";
import { readFilter } from "../filter.ts";
import { listed, messageView } from "../message.ts";
import {
  type DeadLetter,
  deleteDeadLetters,
  listDeadLetters,
  type Page,
  reviveDeadLetters,
} from "../store/dead_letters.ts";

export function deadLetterRoutes({ database, now, wake }: Core): Hono {
  const routes = new Hono();

  routes.get("/", async function list(c) {
    const page = readPage(c.req.url);
    const letters = await listDeadLetters(database, page);
    return c.json({ messages: letters.map(letterView), cursor: cursorAfter(page, letters) });
  });

  routes.get("/:id", async function get(c) {
    const [letter] = await listDeadLetters(database, pageOfOne(c.req.param("id")));
    if (letter === undefined) throw fault("dead letter not found", 404);
    return c.json(letterView(letter));
  });

  routes.delete("/:id", async function removeOne(c) {
    const gone = await deleteDeadLetters(database, pageOfOne(c.req.param("id")));
    if (gone.length === 0) throw fault("dead letter not found", 404);
    return c.body(null, 204);
  });

  routes.delete("/", async function removeMany(c) {
    const page = readPage(c.req.url);
    const gone = await deleteDeadLetters(database, page);
    return c.json({ deleted: gone.length, cursor: cursorAfter(page, gone.map((id) => ({ id }))) });
  });

  routes.post("/retry", async function retryMany(c) {
    const page = readPage(c.req.url);
    const revived = await reviveDeadLetters(database, page, now());
    wake();
    return c.json({
      responses: revived.map(({ messageId }) => ({ messageId })),
      cursor: cursorAfter(page, revived),
    });
  });

  return routes;
}

function readPage(url: string): Page {
  const filter = readFilter(url, "dlqIds");
  const query = new URL(url).searchParams;
  const count = query.get("count") ?? String(scheduler_page_max);
  if (!/^[1-9]\d{0,5}$/.test(count)) throw fault("count must be a whole number");
  return {
    filter,
    cursor: query.get("cursor") ?? "",
    count: Math.min(Number(count), scheduler_page_max),
  };
}

function pageOfOne(id: string): Page {
  return { filter: { ids: [id] }, cursor: "", count: 1 };
}

/** A full page may have another after it. */
function cursorAfter(page: Page, letters: readonly { id: string }[]): string | undefined {
  return letters.length < page.count ? undefined : letters.at(-1)?.id;
}

function letterView({ id, message, answer }: DeadLetter) {
  return {
    ...messageView(message),
    dlqId: id,
    responseStatus: answer.status,
    responseHeader: listed(answer.headers),
    responseBody: answer.body,
  };
}
