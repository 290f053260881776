import type { Hono } from "hono";
import { accounts } from "./accounts/routes.tsx";
import { cart } from "./cart/routes.tsx";
import { catalog } from "./catalog/routes.tsx";
import { chat } from "./chat/routes.ts";
import { home } from "./home/routes.tsx";
import type { Env } from "./http/env.ts";
import { assets } from "./operations/assets.ts";
import { health } from "./operations/health.ts";
import { orders } from "./orders/routes.tsx";
import { playback } from "./playback/routes.ts";
import { payments } from "./payments/routes.tsx";
import { replays } from "./replays/routes.tsx";
import { shows } from "./shows/routes.ts";
import { uploads } from "./uploads/routes.ts";
import { waitlist } from "./waitlist/routes.tsx";
import { words } from "./words/routes.tsx";

/** What shoppers ask for; one folder each. */
export const capabilities: readonly Hono<Env>[] = [
  health,
  assets,
  home,
  shows,
  playback,
  replays,
  chat,
  catalog,
  uploads,
  cart,
  waitlist,
  orders,
  payments,
  accounts,
  words,
];
