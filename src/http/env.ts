import type { Context } from "hono";
import type { Locale } from "../../views/kit/view.ts";
import type { Refusal } from "../errors.ts";
import type { Shop } from "../shop.ts";

/** Who is signed in, as the access token says. */
export interface Person {
  readonly id: string;
  readonly sessionId: string;
  readonly displayName: string;
  readonly admin: boolean;
  /** The approved shop that this person owns. */
  readonly sellerId?: string;
  /** Shops that named this person a moderator. */
  readonly moderates: readonly string[];
}

/** What the runtime knows of whoever sent a request. */
export interface Client {
  /** The address that they came from, before any proxy of ours; absent where nobody can tell. */
  readonly address?: string;
}

export interface Env {
  Bindings: Client;
  Variables: {
    shop: Shop;
    /** Names this HTTP request in logs and problems. */
    requestId: string;
    language: Locale;
    person?: Person;
    /** The request came too soon: what it asks for is not to be done. */
    tooSoon?: Refusal;
  };
}

export type Visit = Context<Env>;
