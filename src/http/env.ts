import type { Context } from "hono";
import type { Locale } from "../../views/kit/view.ts";
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

export interface Env {
  Variables: {
    shop: Shop;
    /** Names this HTTP request in logs and problems. */
    requestId: string;
    language: Locale;
    person?: Person;
  };
}

export type Visit = Context<Env>;
