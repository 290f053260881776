import { type Context, Hono } from "hono";
import type { Identity } from "./identity.ts";
import { limits } from "./limits.ts";
import type { Stream, Viewer } from "./stream.ts";
import type { Streams } from "./streams.ts";

/** As SRS: nobody has that id. */
const client_not_found = 2049;

/** SRS's private API, as much of it as the application asks. */
export function apiRoutes(streams: Streams, identity: Identity) {
  const answer = (context: Context, more: Record<string, unknown> = {}) =>
    context.json({ code: 0, ...identity, ...more });

  return new Hono()
    .get(
      "/api/v1/versions",
      (context) => answer(context, { data: { major: 6, minor: 0, revision: 0, version: "6.0.0" } }),
    )
    .get(
      "/api/v1/summaries",
      (context) => answer(context, { data: { ok: true, now_ms: Date.now() } }),
    )
    .get(
      "/api/v1/streams/",
      (context) => answer(context, { streams: page(context, streams.all.map(streamOf)) }),
    )
    .get(
      "/api/v1/clients/",
      (context) => answer(context, { clients: page(context, streams.all.flatMap(clientsOf)) }),
    )
    .delete("/api/v1/clients/:id", (context) => {
      const id = context.req.param("id");
      const client = find(streams, id);
      if (!client) return context.json({ code: client_not_found });
      client.close();
      return answer(context);
    });
}

/** As SRS: lists begin at `start` and have `count` entries, ten when fewer are asked for. */
function page<T>(context: Context, all: readonly T[]): readonly T[] {
  const start = Math.max(0, Number(context.req.query("start")) || 0);
  const count = Math.max(limits.listed_default, Number(context.req.query("count")) || 0);
  return all.slice(start, start + count);
}

function find(streams: Streams, id: string): { close(): void } | undefined {
  for (const stream of streams.all) {
    if (stream.told.clientId === id) return stream.publisher;
    const viewer = stream.viewers.get(id);
    if (viewer) return viewer;
  }
  return undefined;
}

function streamOf({ told, cameAt, guests, bytes, described, seen, heard }: Stream) {
  return {
    id: told.streamId,
    name: told.stream,
    app: told.app,
    tcUrl: told.tcUrl,
    url: `/${told.app}/${told.stream}`,
    live_ms: cameAt,
    clients: guests.length + 1,
    recv_bytes: bytes,
    publish: { active: true, cid: told.clientId },
    video: seen
      ? { codec: "H264", width: described.videoWidth, height: described.videoHeight }
      : null,
    audio: heard ? { codec: "AAC" } : null,
  };
}

function clientsOf({ told, cameAt, guests }: Stream) {
  const common = {
    stream: told.streamId,
    url: `/${told.app}/${told.stream}`,
    name: told.stream,
  };
  const publisher = {
    ...common,
    id: told.clientId,
    ip: told.ip,
    tcUrl: told.tcUrl,
    type: "fmle-publish",
    publish: true,
    alive: (Date.now() - cameAt) / 1000,
  };
  const watching = ({ id, ip, kind }: Viewer) => ({
    ...common,
    id,
    ip,
    type: `${kind}-play`,
    publish: false,
  });
  return [publisher, ...guests.map(watching)];
}
