import type { Refusal, RefusalCode } from "../../src/errors.ts";
import { copy, refusalText } from "../copy/mod.ts";
import type { View } from "../kit/view.ts";

const refusals = [
  "MUTED",
  "BANNED",
  "SLOW_MODE",
  "RATE_LIMITED",
  "SHOW_STATE",
  "SIGN_IN_REQUIRED",
  "NOT_YOURS",
  "INVALID",
  "IDEMPOTENCY_MISMATCH",
  "UNAVAILABLE",
] as const satisfies RefusalCode[];

/** A digit that no text holds, where the island fills in another. */
const some = 7;

/** What the island of a room says, with `{}` where it fills something in: see islands/room/words.ts. */
export function roomWords(view: View): string {
  const { chat, show, showStates, stock, product } = copy(view.locale);
  return JSON.stringify({
    locale: view.locale,
    timeZone: view.timeZone,
    states: {
      connecting: show.connecting,
      open: show.connected,
      lost: show.lost,
      offline: show.offline,
    },
    refusals: Object.fromEntries(
      refusals.map((code) => [code, [sentence(code, some * 1000), sentence(code, some * 60_000)]]),
    ),
    showStates,
    seller: chat.seller,
    announced: chat.announced,
    heldBack: chat.heldBack,
    sending: chat.sending,
    waiting: chat.waiting,
    newMessages: chat.newMessages("{}"),
    says: chat.says("{}", "{}"),
    viewers: show.viewers("{}"),
    soldOut: stock.soldOut,
    left: blank(stock.left(some)),
    soldOutOption: product.soldOutOption("{}"),
    leftOption: blank(product.leftOption("{}", some)),
    bought: show.bought("{}", "{}"),
    somebodyBought: show.somebodyBought("{}"),
  });

  function sentence(code: Refusal["code"], retryAfterMs: number) {
    return blank(refusalText(view.locale, { code, retryAfterMs }).sentence);
  }
}

function blank(text: string) {
  return text.replace(String(some), "{}");
}
