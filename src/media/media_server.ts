import * as z from "zod";
import {
  media_answer_bytes_max,
  media_answer_ms_max,
  media_streams_listed_max,
} from "../limits.ts";
import type { Media } from "../platform.ts";
import { isShowsStream } from "./hook.ts";

/** Somebody whose stream the media server has. */
export interface Publisher {
  readonly showId: string;
  readonly clientId: string;
}

/** What a media server says of itself. */
export interface Publishers {
  readonly serverId: string;
  /** Another at each of its starts. */
  readonly serviceId: string;
  /** One of each show. */
  readonly publishers: readonly Publisher[];
  /** Those of streams that are no show's. */
  readonly strangers: readonly string[];
}

/** The media server could not be asked, or did not answer as one does. */
export class MediaAway extends Error {
  override name = "MediaAway";
}

const Id = z.string().min(1);
const Streams = z.object({
  code: z.literal(0),
  server: Id,
  service: Id,
  streams: z.array(z.object({
    name: z.string(),
    app: z.string(),
    publish: z.object({ active: z.boolean(), cid: Id.optional() }).optional(),
  })),
});
/** Of a client that is not there it says so by another code. */
const Dropped = z.object({ code: z.int() });

/** The media server's private API, as SRS speaks it. */
export class MediaServer {
  constructor(private readonly media: Media) {}

  /** Who publishes now. @throws MediaAway */
  async publishers(): Promise<Publishers> {
    const path = `/api/v1/streams/?start=0&count=${media_streams_listed_max}`;
    const { server, service, streams } = await this.#ask("GET", path, Streams);
    if (streams.length >= media_streams_listed_max) throw new MediaAway("too many streams");
    const app = new URL(this.media.publishUrl).pathname.slice(1);
    const publishers = new Map<string, Publisher>();
    const strangers: string[] = [];
    for (const { name, app: its, publish: { active, cid } = { active: false } } of streams) {
      if (!active || !cid || its !== app) continue;
      if (isShowsStream(name)) publishers.set(name, { showId: name, clientId: cid });
      else strangers.push(cid);
    }
    return {
      serverId: server,
      serviceId: service,
      publishers: [...publishers.values()],
      strangers,
    };
  }

  /** Lets a client go; one that is not there is gone already. @throws MediaAway */
  async drop(clientId: string): Promise<void> {
    await this.#ask("DELETE", `/api/v1/clients/${encodeURIComponent(clientId)}`, Dropped);
  }

  async #ask<Schema extends z.ZodType>(
    method: string,
    path: string,
    schema: Schema,
  ): Promise<z.output<Schema>> {
    try {
      const answer = await fetch(this.media.apiUrl + path, {
        method,
        redirect: "manual",
        signal: AbortSignal.timeout(media_answer_ms_max),
      });
      const text = await boundedText(answer);
      if (answer.status >= 500) throw new RangeError();
      return schema.parse(JSON.parse(text));
    } catch (error) {
      // Its name alone: what it was given might tell of others' keys.
      throw new MediaAway(`${method} ${error instanceof Error ? error.name : "failed"}`);
    }
  }
}

async function boundedText({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  // Of an answer that is left before its end the rest is not fetched.
  for await (const part of body ?? []) {
    text += decoder.decode(part, { stream: true });
    if (text.length > media_answer_bytes_max) throw new RangeError();
  }
  return text + decoder.decode();
}
