import type { Hono } from "hono";
import { wholeApi } from "./api.ts";
import { apiDocs } from "./api_docs/routes.tsx";
import { deskAir } from "./desk/air/routes.ts";
import { deskOrdersBulk } from "./desk/orders/bulk_routes.ts";
import { deskOrders } from "./desk/orders/routes.ts";
import { deskProductsBulk } from "./desk/products/bulk_routes.ts";
import { deskPictures } from "./desk/products/picture_routes.ts";
import { deskProducts } from "./desk/products/routes.ts";
import { deskVariants } from "./desk/products/variant_routes.ts";
import { deskReport } from "./desk/report/routes.tsx";
import { deskRestreams } from "./desk/restreams/routes.ts";
import { deskShows } from "./desk/shows/routes.ts";
import { deskToday } from "./desk/today/routes.tsx";
import type { Env } from "./http/env.ts";
import { mediaHooks } from "./media/routes.ts";
import { restreamHook } from "./restreams/hook.ts";

/**
 * What sellers, programs and media servers ask for. Loaded when the first of them does: most lives
 * of a Worker serve shoppers alone.
 */
export const backOffice: readonly Hono<Env>[] = [
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
  deskRestreams,
  wholeApi,
  apiDocs,
  mediaHooks,
  restreamHook,
];
