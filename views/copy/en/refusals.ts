import type { Refusal, RefusalCode } from "../../../src/errors.ts";

/** What happened, and what to do now. */
export type Sentence = readonly [sentence: string, next: string];

const units = (count: number) => count === 1 ? "1 unit" : `${count} units`;

const soon = (ms: number | undefined) => {
  const seconds = Math.max(1, Math.ceil((ms ?? 0) / 1000));
  return seconds < 90 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
};

const orderStates: Record<string, string> = {
  awaiting_payment: "is awaiting payment",
  paid: "has been paid",
  shipped: "has been shipped",
  delivered: "has been delivered",
  cancelled: "has been cancelled",
  refunded: "has been refunded",
};

const showStates: Record<string, string> = {
  scheduled: "has not started yet",
  live: "is live",
  ended: "has ended",
  cancelled: "was cancelled",
};

export const refusals: Record<RefusalCode, (facts: Refusal) => Sentence> = {
  SOLD_OUT: () => ["This is sold out.", "Wait in line and it is yours as soon as one comes back."],
  NOT_ENOUGH_STOCK: ({ available = 0, field }) =>
    field === "delta"
      ? [`Only ${units(available)} can be taken away.`, "The others are held or sold."]
      : [
        available < 1 ? "There is nothing left to take." : `Only ${units(available)} left.`,
        "Choose a smaller quantity, or wait in line for more.",
      ],
  HOLD_LIMIT: ({ limit }) => [
    limit ? `You can hold at most ${units(limit)} of this.` : "You hold as much as you can.",
    "Order or remove what is in your cart first.",
  ],
  HOLD_LAPSED: () => [
    "The time for this ran out, and it went back to the shop.",
    "If it is still there, put it into your cart again.",
  ],
  NOT_WAITABLE: () => ["There is no line for this.", "It can be bought right now."],
  ALREADY_WAITING: () => ["You are already in line for this.", "See your place in your waitlist."],
  CART_EMPTY: () => ["Nothing was chosen to order.", "Choose at least one line of your cart."],
  ORDER_STATE: ({ state }) => [
    `That is not possible: this order ${orderStates[state ?? ""] ?? "has moved on"}.`,
    "Reload the page to see where it stands.",
  ],
  PAYMENT_LATE: () => [
    "The time to pay for this order has passed.",
    "Order again; if you have already sent money, write to the seller.",
  ],
  POINTS_OFF: () => ["This shop does not use points.", ""],
  POINTS_TOO_FEW: () => ["You do not have that many points to use.", "Use fewer, or none."],
  POINTS_TOO_MANY: () => ["That is more points than this order can take.", "Use fewer of them."],
  SHOW_STATE: ({ state }) => [
    `That is not possible: this show ${showStates[state ?? ""] ?? "has moved on"}.`,
    "Reload the page to see where it stands.",
  ],
  PUBLISH_REFUSED: () => [
    "This stream may not be published.",
    "Check the stream key at the desk and start again.",
  ],
  MUTED: ({ retryAfterMs }) => [
    retryAfterMs
      ? `You cannot write in this chat for another ${soon(retryAfterMs)}.`
      : "You cannot write in this chat for now.",
    "You can keep watching and buying.",
  ],
  BANNED: () => ["You cannot write in this shop's chats.", "You can keep watching and buying."],
  SLOW_MODE: ({ retryAfterMs }) => [
    `The chat is in slow mode: please wait ${soon(retryAfterMs)}.`,
    "Your text is still here.",
  ],
  RATE_LIMITED: ({ retryAfterMs }) => [
    `That was very fast: please wait ${soon(retryAfterMs)}.`,
    "Then try again.",
  ],
  PROFILE_INCOMPLETE: () => [
    "Your profile is not complete yet.",
    "Fill in the name on your transfer and your address first.",
  ],
  SIGN_IN_REQUIRED: () => ["Please sign in first.", "Watching and browsing need no account."],
  NOT_YOURS: () => ["There is nothing here.", "It may have been removed, or the address is wrong."],
  IDEMPOTENCY_MISMATCH: () => [
    "This form was already sent with other content.",
    "Reload the page and fill it in again.",
  ],
  IDEMPOTENCY_IN_FLIGHT: () => [
    "This is already being done.",
    "Wait a moment and reload the page; do not send it again.",
  ],
  ORIGIN_REFUSED: () => [
    "This request came from another site and was not carried out.",
    "Open the page here and try again.",
  ],
  BODY_TOO_LARGE: () => ["That is too large to send.", "Shorten the text or use smaller pictures."],
  INVALID: () => ["Something is not right yet.", "Check the marked fields."],
  UNAVAILABLE: ({ retryAfterMs }) => [
    "The shop is very busy right now.",
    retryAfterMs ? `Try again in ${soon(retryAfterMs)}.` : "Try again in a moment.",
  ],
};
