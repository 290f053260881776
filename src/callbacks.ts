import { sweep_ahead_seconds } from "./limits.ts";
import { askForEnds, endLost } from "./media/deadlines.ts";
import { dropLeft } from "./media/drop_publisher.ts";
import { forgetTurnedAway } from "./media/forget_publishers.ts";
import { reconcile } from "./media/reconcile.ts";
import { cancelOverdue, deliverOld, remind } from "./orders/due.ts";
import { forgetOld } from "./outbox/sweep.ts";
import type { CallbackHandlers } from "./schedule/receive.ts";
import type { Shop } from "./shop.ts";
import { askForDeadlines } from "./stock/deadlines.ts";
import { lapse, serveLines } from "./stock/mod.ts";

/**
 * What is done when a moment has come. Each asks the database what is true now, so a callback that
 * is late, lost, doubled or forged changes nobody's rights; the sweep of each minute makes up for
 * those that were lost.
 */
export function callbackHandlers(
  shop: Shop,
): CallbackHandlers {
  const { platform: { database }, callbacks, news } = shop;
  const handlers = {
    async lapse() {
      if (await lapse(database) > 0) news.hurry();
    },
    async "orders-due"() {
      if (await cancelOverdue(database) > 0) news.hurry();
    },
    async "orders-reminder"() {
      await remind(database);
    },
    async "signal-due"() {
      if (await endLost(database) > 0) news.hurry();
    },
    async "media-check"() {
      await reconcile(shop);
    },
    async sweep() {
      await handlers.lapse();
      await serveLines(database);
      await handlers["signal-due"]();
      await dropLeft(shop);
      await handlers["orders-due"]();
      await handlers["orders-reminder"]();
      await deliverOld(database);
      await forgetOld(database);
      await forgetTurnedAway(database);
      await askForDeadlines(database, callbacks, sweep_ahead_seconds);
      await askForEnds(database, callbacks, sweep_ahead_seconds);
    },
  };
  return handlers;
}
