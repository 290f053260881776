import type { Redis } from "@upstash/redis";
import type { Message } from "../views/shop/types.ts";
import type { ApiDocument } from "./api_docs/document.ts";
import type { Utterance } from "./chat/say.ts";
import type { Outcome } from "./errors.ts";
import type { News } from "./outbox/news.ts";
import type { Rooms } from "./room/rooms.ts";

/**
 * The few things that differ from one runtime to another. `edge/` builds a Platform for its
 * runtime; everything below `src/` is written once against these interfaces.
 */
export interface Platform {
  readonly database: Database;
  /** Paces, hints and joins processes; whatever it forgets, nothing that was promised is lost. */
  readonly redis: Redis;
  readonly scheduler: SchedulerAddress;
  readonly files: Files;
  readonly assets: Assets;
  /** What the API says of itself (OpenAPI). Made when somebody asks, or before where code is heavy. */
  apiDocument(): Promise<ApiDocument>;
  /** Where rooms are kept: elsewhere, or in this process by what this makes (`roomsHere`). */
  readonly rooms: RoomsElsewhere | RoomsHere;
  /**
   * Requests are to be served apart, each by statements of its own: on Workers one may not wait for
   * what another has begun, which ends with it.
   */
  readonly requestsApart?: boolean;
  readonly configuration: Configuration;
  readonly log: Log;
  /** The wall clock, in milliseconds since 1970. Rules never read it themselves. */
  now(): number;
  /** Lets work outlive the answer it was started by (`waitUntil` on Workers). */
  after(work: Promise<unknown>): void;
}

/** PostgreSQL, whoever serves it. One call is one statement and one round trip. */
export interface Database {
  /**
   * Runs one statement. Parameters are `$1`, `$2`, …; objects are not accepted, JSON travels as text.
   * @param options.name keeps the statement prepared under this name on its connection
   * @param options.rows `"array"` answers each row as an array of columns, in order
   * @returns rows as the server sent them: `timestamptz`, `date`, `int8` and `numeric` as text,
   *   `json`/`jsonb` parsed, `int4` and `bool` as such
   * @throws DatabaseError when the server refuses the statement
   */
  query<Row = Record<string, unknown>>(
    text: string,
    parameters?: readonly unknown[],
    options?: { name?: string; rows?: "object" | "array" },
  ): Promise<Row[]>;
  /** Runs a script of many statements without parameters, for migrations and tests alone. */
  script(text: string): Promise<void>;
  close(): Promise<void>;
}

/** What the server said when it refused a statement. */
export class DatabaseError extends Error {
  override name = "DatabaseError";
  /**
   * @param sqlState the five-character SQLSTATE, `"08006"` when the server could not be reached
   * @param constraint the constraint that was violated, where the server named one
   */
  constructor(message: string, readonly sqlState: string, readonly constraint?: string) {
    super(message);
  }
}

/** Redis could not be reached, or did not answer in time. Whether it did what was asked is unknown. */
export class RedisAway extends Error {
  override name = "RedisAway";
}

/** Where QStash, or what speaks its protocol, is reached, and the keys it signs with. */
export interface SchedulerAddress {
  /** Base URL without a last slash; the client adds `/v2/publish/…`. */
  readonly url: string;
  readonly token: string;
  readonly currentSigningKey: string;
  readonly nextSigningKey: string;
  /** Origin that the scheduler calls back, without a last slash. */
  readonly callbackOrigin: string;
}

/** Makes what keeps the rooms of this process. */
export type RoomsHere = (platform: Platform, news: News) => Rooms;

/** Rooms that are kept elsewhere, where sockets are led to. */
export interface RoomsElsewhere {
  /**
   * Says something in the room of a show, once however often it is sent.
   * @throws DatabaseError when it could not be archived or stored
   */
  say(utterance: Utterance): Promise<Outcome<Message>>;
  /** How many watch a show; undefined: nobody has counted, or can tell now. */
  viewers(showId: string): Promise<number | undefined>;
}

/** Bytes under unguessable names. */
export interface Files {
  put(name: string, bytes: Uint8Array): Promise<void>;
  get(name: string): Promise<Uint8Array | undefined>;
  delete(name: string): Promise<void>;
}

/** Stylesheets, scripts and fonts, built once and named by their content. */
export interface Assets {
  /** The public path of an asset, `"/assets/shop-1a2b3c.css"` for `"shop.css"`. */
  path(name: string): string;
  /** @param file the last part of a public path */
  get(file: string): Promise<Asset | undefined>;
}

export interface Asset {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The value of `content-type`. */
  readonly type: string;
  /** The same bytes compressed, where that is worth it. */
  readonly gzip?: Uint8Array<ArrayBuffer>;
}

/** What the deployment decided; read from the environment once, in `edge/`. */
export interface Configuration {
  /** Origin that people see, without a last slash; absent: the one of the request. */
  readonly publicOrigin?: string;
  /** 32 bytes or more; keys for cookies and addresses are derived from them. */
  readonly secrets: { readonly current: Secret; readonly previous?: Secret };
  /** Sign-in with an address and a role that nobody verified. */
  readonly developerSignIn: boolean;
  /** IANA name of the zone that days and times are shown in. */
  readonly timeZone: string;
  /** Bounds what one person, or one guest's address, asks for in a minute. */
  readonly rateLimits: boolean;
  /** Adds `Secure` to cookies. */
  readonly secureCookies: boolean;
  /** Absent: shows have no picture. */
  readonly media?: Media;
}

/** Where the media server is. Addresses have no last slash. */
export interface Media {
  /** What sellers publish to: `rtmp://media.example/live`. */
  readonly publishUrl: string;
  /** Origin that browsers play from. */
  readonly playUrl: string;
  /** Origin of its API, which nobody but the shop can reach. */
  readonly apiUrl: string;
  /** Known to the shop and the media server, which calls with it. */
  readonly hookToken: string;
  /** Shows may be sent on to this machine and its network, too: for development. */
  readonly privateTargets?: boolean;
}

/** A secret with the short id that tells which one sealed something. */
export interface Secret {
  readonly id: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** One JSON object a line. Fields carry ids, never names, addresses or keys. */
export type Log = (
  level: "info" | "warn" | "error",
  event: string,
  fields?: Record<string, unknown>,
) => void;
