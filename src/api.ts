import { accountsApi } from "./accounts/api.ts";
import { cartApi } from "./cart/api.ts";
import { catalogApi } from "./catalog/api.ts";
import { chatApi } from "./chat/api.ts";
import { moderationApi } from "./chat/moderation/api.ts";
import { heldWordsApi } from "./chat/moderation/words_api.ts";
import { deskApi } from "./desk/mod.ts";
import { api } from "./http/api.ts";
import { ordersApi } from "./orders/api.ts";
import { paymentsApi } from "./payments/api.ts";
import { showsApi } from "./shows/api.ts";

const parts = [
  showsApi,
  catalogApi,
  chatApi,
  cartApi,
  ordersApi,
  paymentsApi,
  accountsApi,
  ...deskApi,
  moderationApi,
  heldWordsApi,
];

/** The whole API, which describes itself. */
export const wholeApi = parts.reduce((whole, part) => whole.join(part), api());
