import { Hono } from "hono";
import type { Env } from "../http/env.ts";
import { rememberViewer } from "../room/viewer_cookie.ts";
import { showPage } from "./page.tsx";

/** Shows, as pages. */
export const shows = new Hono<Env>();

shows.get("/shows/:id", function showShow(c) {
  rememberViewer(c);
  return showPage(c, c.req.param("id"));
});
