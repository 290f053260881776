import { Buffer } from "node:buffer";
import type { Reply } from "../../../edge/redis/requester.ts";

/** A reply as Upstash writes it: in base64 when it was asked for, since JSON cannot hold all bytes. */
export function answerOf(reply: Reply, encoded: boolean): Reply {
  return "error" in reply || !encoded ? reply : { result: encode(reply.result) };
}

function encode(value: unknown): unknown {
  if (typeof value === "string") return Buffer.from(value).toString("base64");
  return Array.isArray(value) ? value.map(encode) : value;
}
