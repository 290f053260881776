import type { Outcome } from "../../src/errors.ts";
import type { Utterance } from "../../src/chat/say.ts";
import type { Message } from "../../views/shop/types.ts";
import type { Bucket, Fetcher, ObjectNamespace } from "./cloudflare.d.ts";

/** What wrangler.toml binds, beside the variables that every runtime has. */
export interface Bindings {
  readonly ASSETS: Fetcher;
  readonly FILES: Bucket;
  readonly NEON_PROXY?: string;
  readonly SHOW_ROOMS: ObjectNamespace<SaysInRoom>;
}

export interface SaysInRoom {
  say(utterance: Utterance): Promise<Said>;
}

/** Errors lose their class between objects: the database's travel as a value. */
export type Said =
  | { readonly outcome: Outcome<Message>; readonly failure?: undefined }
  | {
    readonly outcome?: undefined;
    readonly failure: { readonly message: string; readonly sqlState: string };
  };
