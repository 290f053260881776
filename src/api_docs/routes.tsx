import { Hono } from "hono";
import { ApiDocs } from "../../views/api_docs/page.tsx";
import { copy } from "../../views/copy/mod.ts";
import type { Env } from "../http/env.ts";
import { page } from "../http/page.tsx";
import { viewOf } from "../http/view.ts";
import { groupsOf, schemasOf } from "./groups.ts";

/** What the API says about itself: to programs, and to people. */
export const apiDocs = new Hono<Env>();

apiDocs.get("/api/openapi.json", async function tellDocument(c) {
  return c.json(await c.var.shop.platform.apiDocument());
});

apiDocs.get("/api/docs", async function showDocument(c) {
  const view = viewOf(c);
  const document = await c.var.shop.platform.apiDocument();
  return await page(c, {
    title: copy(view.locale).apiDocs.title,
    styles: ["api_docs.css"],
    body: <ApiDocs view={view} groups={groupsOf(document)} schemas={schemasOf(document)} />,
  });
});
