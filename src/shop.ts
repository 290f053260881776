import type { Callbacks } from "./schedule/ask.ts";
import type { Orm } from "./db/orm.ts";
import type { Outcome } from "./errors.ts";
import type { News } from "./outbox/news.ts";
import type { Order, PlaceRequest } from "./orders/place_order.ts";
import type { Platform } from "./platform.ts";
import type { Hold, HoldRequest } from "./stock/mod.ts";

/** What every capability is given: the platform, and what is made from it once a process. */
export interface Shop {
  readonly platform: Platform;
  readonly orm: Orm;
  /** Holds units for a shopper, gathered with those who ask at the same moment. */
  readonly hold: (request: HoldRequest) => Promise<Outcome<Hold>>;
  readonly placeOrder: (request: PlaceRequest) => Promise<Outcome<{ orders: Order[] }>>;
  readonly callbacks: Callbacks;
  readonly news: News;
}
