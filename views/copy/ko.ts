import type { Copy } from "./en.ts";
import { account } from "./ko/account.ts";
import { apiDocs } from "./ko/api_docs.ts";
import { cart } from "./ko/cart.ts";
import { common } from "./ko/common.ts";
import { desk } from "./ko/desk.ts";
import { legal } from "./ko/legal.ts";
import { orders } from "./ko/orders.ts";
import { player } from "./ko/player.ts";
import { refusals } from "./ko/refusals.ts";
import { replay } from "./ko/replay.ts";
import { rules } from "./ko/rules.ts";
import { shop } from "./ko/shop.ts";

export const ko: Copy = {
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
