import type { Hono } from "hono";
import { accountsApi } from "./accounts/api.ts";
import { accounts } from "./accounts/routes.tsx";
import { cartApi } from "./cart/api.ts";
import type { Env } from "./http/env.ts";
import { assets } from "./operations/assets.ts";
import { health } from "./operations/health.ts";

/** Everything that the application can do, one folder each. */
export const capabilities: readonly Hono<Env>[] = [
  health,
  assets,
  accounts,
  accountsApi,
  cartApi,
];
