import type { VNode } from "preact";
import { Hono } from "hono";
import { copy } from "../../views/copy/mod.ts";
import { Help, Privacy, Terms } from "../../views/shop/long_text.tsx";
import type { Env, Visit } from "../http/env.ts";
import { page } from "../http/page.tsx";
import { viewOf } from "../http/view.ts";

/** What everybody may read: the terms, what becomes of their data, and help. */
export const words = new Hono<Env>()
  .get("/terms", (c) => read(c, "terms", <Terms view={viewOf(c)} />))
  .get("/privacy", (c) => read(c, "privacy", <Privacy view={viewOf(c)} />))
  .get("/help", (c) => read(c, "help", <Help view={viewOf(c)} />));

function read(c: Visit, name: "terms" | "privacy" | "help", body: VNode) {
  const { title, lead } = copy(c.var.language)[name];
  return page(c, { title, description: lead, body });
}
