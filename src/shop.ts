import type { Message } from "../views/shop/types.ts";
import type { Utterance } from "./chat/say.ts";
import { type Callbacks, callbacks } from "./schedule/ask.ts";
import { type Sessions, sessions } from "./http/session.ts";
import type { Outcome } from "./errors.ts";
import { type Glance, glance } from "./outbox/glance.ts";
import { News } from "./outbox/news.ts";
import { askForPayment } from "./orders/deadlines.ts";
import { type Order, orderGate, placeOrders, type PlaceRequest } from "./orders/place_order.ts";
import type { Database, Platform } from "./platform.ts";
import type { Rooms } from "./room/rooms.ts";
import { Rates } from "./rate/rates.ts";
import { askForLapse } from "./stock/deadlines.ts";
import { type Hold, hold as holdAll, holdGate, type HoldRequest } from "./stock/mod.ts";

/** What every capability is given: the platform, and what is made from it once a process. */
export interface Shop {
  readonly platform: Platform;
  readonly sessions: Sessions;
  readonly rates: Rates;
  /** Holds units for a shopper, gathered with those who ask at the same moment. */
  readonly hold: (request: HoldRequest) => Promise<Outcome<Hold>>;
  readonly placeOrder: (request: PlaceRequest) => Promise<Outcome<{ orders: Order[] }>>;
  /** Says something in the room of a show, wherever that is kept. */
  readonly say: (utterance: Utterance) => Promise<Outcome<Message>>;
  /** How many watch a show, for pages without scripts; undefined: nobody has counted. */
  readonly viewers: (showId: string) => Promise<number | undefined>;
  readonly callbacks: Callbacks;
  /** What was committed, for the pages that are open. `hurry()` after a commit of one's own. */
  readonly news: News;
  readonly glance: Glance;
  /** Those that this process keeps; absent where the platform has them elsewhere. */
  readonly rooms?: Rooms;
  /** It is about to close: whoever spreads requests should send them elsewhere. */
  leaving: boolean;
}

export function openShop(platform: Platform): Shop {
  const { database, requestsApart } = platform;
  const news = new News(database, platform.log);
  const asks = callbacks(platform);
  const hold = requestsApart ? oneByOne(database, holdAll) : holdGate(database);
  const placeOrder = requestsApart ? oneByOne(database, placeOrders) : orderGate(database);
  const rooms = typeof platform.rooms === "function" ? platform.rooms(platform, news) : undefined;
  const kept = typeof platform.rooms === "function" ? rooms! : platform.rooms;

  return {
    platform,
    sessions: sessions(platform),
    rates: new Rates(platform),
    callbacks: asks,
    news,
    glance: requestsApart ? (_key, read) => read() : glance(news, () => platform.now()),
    rooms,
    leaving: false,
    say: (utterance) => kept.say(utterance),
    viewers: async (showId) => await kept.viewers(showId),

    async hold(request) {
      const outcome = await hold(request);
      if (!outcome.refusal) {
        news.hurry();
        if (outcome.expiresAt) askForLapse(asks, outcome.expiresAt);
      }
      return outcome;
    },

    async placeOrder(request) {
      const outcome = await placeOrder(request);
      if (!outcome.refusal) {
        news.hurry();
        outcome.orders.forEach(({ dueAt }) => askForPayment(asks, dueAt));
      }
      return outcome;
    },
  };
}

/** Serves each request by a statement of its own. */
function oneByOne<Request, Answer>(
  database: Database,
  serve: (database: Database, requests: Request[]) => Promise<Outcome<Answer>[]>,
) {
  return async (request: Request): Promise<Outcome<Answer>> => {
    const [outcome] = await serve(database, [request]);
    return outcome!;
  };
}
