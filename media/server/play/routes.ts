import { Hono } from "hono";
import { cors } from "hono/cors";
import type { Streams } from "../streams.ts";
import { answerFile } from "./file.ts";
import { FlvViewer } from "./flv_viewer.ts";

export interface Folders {
  readonly segments: string;
  readonly recordings: string;
}

/** What browsers play: FLV over HTTP, HLS, and recordings, from every page. */
export function playRoutes(streams: Streams, folders: Folders) {
  return new Hono<{ Bindings: { address: string } }>()
    .use(cors({ origin: "*", exposeHeaders: ["content-length", "content-range"] }))
    .get("/live/:name{[\\w-]+\\.flv}", async (context) => {
      const stream = await streams.shown(context.req.param("name").slice(0, -".flv".length));
      if (!stream) return context.text("no such stream", 404);
      const viewer = new FlvViewer(stream, context.env.address);
      return context.body(viewer.body, 200, {
        "content-type": "video/x-flv",
        "cache-control": "no-store",
      });
    })
    .get(
      "/live/:name",
      async ({ req, notFound }) =>
        await answerFile(folders.segments, req.param("name"), req.header("range")) ?? notFound(),
    )
    .get(
      "/recordings/:name",
      async ({ req, notFound }) =>
        await answerFile(folders.recordings, req.param("name"), req.header("range")) ?? notFound(),
    );
}
