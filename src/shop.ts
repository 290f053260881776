import { type Callbacks, callbacks } from "./schedule/ask.ts";
import { type Sessions, sessions } from "./http/session.ts";
import { type Orm, orm } from "./db/orm.ts";
import type { Outcome } from "./errors.ts";
import { type Glance, glance } from "./outbox/glance.ts";
import { News } from "./outbox/news.ts";
import { askForPayment } from "./orders/deadlines.ts";
import { type Order, orderGate, type PlaceRequest } from "./orders/place_order.ts";
import type { Platform } from "./platform.ts";
import { Attendance } from "./room/attendance.ts";
import { Join } from "./room/join.ts";
import { Rooms } from "./room/rooms.ts";
import { askForLapse } from "./stock/deadlines.ts";
import { type Hold, holdGate, type HoldRequest } from "./stock/mod.ts";

/** What every capability is given: the platform, and what is made from it once a process. */
export interface Shop {
  readonly platform: Platform;
  readonly orm: Orm;
  readonly sessions: Sessions;
  /** Holds units for a shopper, gathered with those who ask at the same moment. */
  readonly hold: (request: HoldRequest) => Promise<Outcome<Hold>>;
  readonly placeOrder: (request: PlaceRequest) => Promise<Outcome<{ orders: Order[] }>>;
  readonly callbacks: Callbacks;
  /** What was committed, for the pages that are open. `hurry()` after a commit of one's own. */
  readonly news: News;
  readonly glance: Glance;
  readonly rooms: Rooms;
}

export function openShop(platform: Platform): Shop {
  const { database, redis, log } = platform;
  const news = new News(database, platform.log);
  const asks = callbacks(platform);
  const hold = holdGate(database);
  const placeOrder = orderGate(database);
  const look = glance(news, () => platform.now());

  return {
    platform,
    orm: orm(database),
    sessions: sessions(platform),
    callbacks: asks,
    news,
    glance: look,
    rooms: new Rooms({
      platform,
      news,
      link: new Join(redis, log),
      attendance: new Attendance(redis, platform.now, log),
    }),

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
