import type { Database } from "../../src/platform.ts";
import type { Called } from "../support/callback.ts";

/** One way to run the shop, which keeps every promise of the suite. */
export interface Combination {
  readonly name: string;
  /** Why it cannot be opened here; empty where it can. */
  readonly missing: string;
  /** Starts an empty shop as real processes. */
  open(): Promise<OpenShop>;
}

/** A shop as the world sees it, and what only its owner can do. */
export interface OpenShop extends AsyncDisposable {
  /** The one address of all its processes. */
  readonly origin: string;
  readonly called: Called;
  /** Ends a process that serves it as a power cut would, and starts it again. */
  restart(): Promise<void>;
  /** Looks into its database. The shop may be closed for it: it is the last thing that is asked. */
  inspect<T>(look: (database: Database) => Promise<T>): Promise<T>;
}
