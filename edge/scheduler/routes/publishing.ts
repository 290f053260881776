import { Hono } from "hono";
import * as z from "zod";
import { scheduler_batch_messages_max } from "../../../src/limits.ts";
import type { Core } from "../core.ts";
import { fault } from "../fault.ts";
import { readDeduplicationId } from "../identity.ts";
import { newMessage } from "../message.ts";
import { readContent } from "../read_content.ts";
import { destinationOf, readText } from "../read_request.ts";
import { readDueAtMs } from "../read_timing.ts";
import { type Publication, publish, type Receipt } from "../store/publishing.ts";

const batch = z.array(z.object({
  destination: z.string(),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.string().default(""),
  queue: z.undefined({ error: "queues are not supported here" }).optional(),
})).min(1).max(scheduler_batch_messages_max);

export function publishingRoutes({ database, now, wake }: Core): Hono {
  const routes = new Hono();

  routes.post("/publish/*", async function publishOne(c) {
    const destination = destinationOf(c.req.url, "/v2/publish/");
    const publication = await read(
      destination,
      c.req.raw.headers,
      await readText(c.req.raw),
      now(),
    );
    const [receipt] = await publish(database, [publication], now());
    wake();
    return c.json(receipt && receiptView(receipt), receipt?.deduplicated ? 202 : 201);
  });

  routes.post("/batch", async function publishBatch(c) {
    const entries = batch.safeParse(jsonOf(await readText(c.req.raw)));
    if (!entries.success) throw fault(z.prettifyError(entries.error));
    const publications = await Promise.all(
      entries.data.map((entry) =>
        read(entry.destination, headersOf(entry.headers), entry.body, now())
      ),
    );
    const receipts = await publish(database, publications, now());
    wake();
    return c.json(receipts.map(receiptView));
  });

  return routes;
}

async function read(
  destination: string,
  headers: Headers,
  body: string,
  nowMs: number,
): Promise<Publication> {
  const content = readContent(destination, headers, body);
  return {
    message: newMessage(content, nowMs, readDueAtMs(headers, nowMs)),
    deduplicationId: await readDeduplicationId(destination, headers, body),
  };
}

function receiptView({ id, deduplicated }: Receipt) {
  return deduplicated ? { messageId: id, deduplicated } : { messageId: id };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw fault("the body must be JSON");
  }
}

function headersOf(entries: Record<string, string>): Headers {
  try {
    return new Headers(entries);
  } catch {
    throw fault("a header is malformed");
  }
}
