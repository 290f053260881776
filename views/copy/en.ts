import { account } from "./en/account.ts";
import { apiDocs } from "./en/api_docs.ts";
import { cart } from "./en/cart.ts";
import { common } from "./en/common.ts";
import { desk } from "./en/desk.ts";
import { legal } from "./en/legal.ts";
import { orders } from "./en/orders.ts";
import { player } from "./en/player.ts";
import { refusals } from "./en/refusals.ts";
import { replay } from "./en/replay.ts";
import { rules } from "./en/rules.ts";
import { shop } from "./en/shop.ts";

export const en = {
  ...common,
  ...shop,
  ...cart,
  ...orders,
  ...account,
  ...legal,
  ...apiDocs,
  ...desk,
  player,
  replay,
  refusals,
  rules,
};

/** The shape that every language has. */
export type Copy = typeof en;
