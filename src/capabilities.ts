import type { Hono } from "hono";
import { accounts } from "./accounts/routes.tsx";
import { wholeApi } from "./api.ts";
import { apiDocs } from "./api_docs/routes.tsx";
import { cart } from "./cart/routes.tsx";
import { catalog } from "./catalog/routes.tsx";
import { chat } from "./chat/routes.ts";
import { deskAir } from "./desk/air/routes.ts";
import { deskOrdersBulk } from "./desk/orders/bulk_routes.ts";
import { deskOrders } from "./desk/orders/routes.ts";
import { deskProductsBulk } from "./desk/products/bulk_routes.ts";
import { deskPictures } from "./desk/products/picture_routes.ts";
import { deskProducts } from "./desk/products/routes.ts";
import { deskVariants } from "./desk/products/variant_routes.ts";
import { deskShows } from "./desk/shows/routes.ts";
import { deskReport } from "./desk/report/routes.tsx";
import { deskToday } from "./desk/today/routes.tsx";
import { home } from "./home/routes.tsx";
import type { Env } from "./http/env.ts";
import { assets } from "./operations/assets.ts";
import { health } from "./operations/health.ts";
import { mediaHooks } from "./media/routes.ts";
import { orders } from "./orders/routes.tsx";
import { playback } from "./playback/routes.ts";
import { payments } from "./payments/routes.tsx";
import { shows } from "./shows/routes.ts";
import { uploads } from "./uploads/routes.ts";
import { waitlist } from "./waitlist/routes.tsx";
import { words } from "./words/routes.tsx";

/** Everything that the application can do, one folder each. */
export const capabilities: readonly Hono<Env>[] = [
  health,
  assets,
  home,
  shows,
  playback,
  chat,
  catalog,
  uploads,
  cart,
  waitlist,
  orders,
  payments,
  accounts,
  mediaHooks,
  words,
  deskToday,
  deskShows,
  deskAir,
  deskReport,
  deskProductsBulk,
  deskProducts,
  deskPictures,
  deskVariants,
  deskOrdersBulk,
  deskOrders,
  wholeApi,
  apiDocs,
];
