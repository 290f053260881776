import { Hono } from "hono";
import type { Env } from "../http/env.ts";
import { waitlistPage } from "./page.tsx";

/** Places in line. Joining and leaving go through the holds, which they are. */
export const waitlist = new Hono<Env>();

waitlist.get("/waitlist", function showWaitlist(c) {
  return waitlistPage(c);
});
