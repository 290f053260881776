import * as z from "zod";
import { sha256 } from "../bytes.ts";
import { Refused } from "../errors.ts";
import { media_id_characters_max, publish_key_characters_max } from "../limits.ts";
import type { Client } from "./publish.ts";

const Id = z.string().min(1).max(media_id_characters_max);

/** What SRS v6 sends (`http_hooks`), as far as it matters here. */
const Hook = z.object({
  action: z.enum(["on_publish", "on_unpublish", "on_play", "on_stop", "on_dvr"]),
  server_id: Id,
  service_id: Id,
  client_id: Id,
  app: z.string(),
  stream: z.string(),
  param: z.string().default(""),
  file: z.string().optional(),
});

const Heartbeat = z.object({ server: Id, service: Id });

export interface MediaHook {
  readonly action: z.output<typeof Hook>["action"];
  /** Absent: the stream cannot be that of a show. */
  readonly client?: Client;
  /** Empty: none, or more than one. */
  readonly key: string;
  readonly file?: string;
}

/** @throws Refused INVALID; what was sent is told nowhere, for there may be a key in it */
export function readHook(text: string, publishUrl: string): MediaHook {
  const { server_id, service_id, client_id, action, file, ...stream } = read(Hook, text);
  const isShow = isShowsStream(stream.stream) &&
    `/${stream.app}` === new URL(publishUrl).pathname;
  const client = { serverId: server_id, serviceId: service_id, clientId: client_id };
  return {
    action,
    client: isShow ? { ...client, showId: stream.stream } : undefined,
    key: keyIn(stream.param),
    file,
  };
}

/** @throws Refused INVALID */
export function readHeartbeat(text: string): Pick<Client, "serverId" | "serviceId"> {
  const { server, service } = read(Heartbeat, text);
  return { serverId: server, serviceId: service };
}

/**
 * The device that a heartbeat says it comes from; empty: none. SRS leaves the query out of a heartbeat's
 * address, so that its token has to stand there.
 */
export function deviceIn(text: string): string {
  try {
    const { device_id } = z.object({ device_id: z.string() }).parse(JSON.parse(text));
    return device_id;
  } catch {
    return "";
  }
}

/** Compares digests, so that how long it takes says nothing of the token. */
export function isToken(given: string, token: string): boolean {
  return sha256(given) === sha256(token);
}

/** Whether a stream can be a show's. They are named as they are played: in one way alone. */
export function isShowsStream(name: string): boolean {
  return showId.test(name);
}

const showId = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function keyIn(param: string): string {
  const keys = new URLSearchParams(param).getAll("key");
  const key = keys.length === 1 ? keys[0]! : "";
  return key.length <= publish_key_characters_max ? key : "";
}

function read<Schema extends z.ZodType>(schema: Schema, text: string): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw new Refused({ code: "INVALID", field: "body" });
  }
}
