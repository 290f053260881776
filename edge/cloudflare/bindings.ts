import type { Outcome } from "../../src/errors.ts";
import type { Utterance } from "../../src/chat/say.ts";
import type { Message } from "../../views/shop/types.ts";
import type { Bucket, Fetcher, ObjectNamespace } from "./cloudflare.d.ts";

/** What wrangler.toml binds, beside the variables that every runtime has. */
export interface Bindings {
  readonly ASSETS: Fetcher;
  readonly FILES: Bucket;
  readonly SHOW_ROOMS: ObjectNamespace<RoomObject>;
  readonly SHOW_RELAYS: ObjectNamespace<unknown>;
  /** Sockets that an object takes, where that is to be seen with few. */
  readonly ROOM_PEERS_PER_OBJECT?: string;
}

/** What the object of a show's room is asked for. */
export interface RoomObject {
  say(utterance: Utterance): Promise<Said>;
  viewers(showId: string): number | undefined | Promise<number | undefined>;
  /** So many watch at one of those that relay the room. */
  attend(relay: number, viewers: number): void | Promise<void>;
}

/** Errors lose their class between objects: the database's travel as a value. */
export type Said =
  | { readonly outcome: Outcome<Message>; readonly failure?: undefined }
  | {
    readonly outcome?: undefined;
    readonly failure: { readonly message: string; readonly sqlState: string };
  };
