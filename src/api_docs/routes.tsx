import { Hono } from "hono";
import { ApiDocs } from "../../views/api_docs/page.tsx";
import { copy } from "../../views/copy/mod.ts";
import type { Env } from "../http/env.ts";
import { page } from "../http/page.tsx";
import { viewOf } from "../http/view.ts";
import { type ApiDocument, describeApi } from "./document.ts";
import { groupsOf, schemasOf } from "./groups.ts";

/** What the API says about itself: to programs, and to people. */
export const apiDocs = new Hono<Env>();

// The same for as long as the program runs, and not needed by most of its lives.
let described: ApiDocument | undefined;

apiDocs.get("/api/openapi.json", function tellDocument(c) {
  return c.json(described ??= describeApi());
});

apiDocs.get("/api/docs", function showDocument(c) {
  const view = viewOf(c);
  const document = described ??= describeApi();
  return page(c, {
    title: copy(view.locale).apiDocs.title,
    styles: ["api_docs.css"],
    body: <ApiDocs view={view} groups={groupsOf(document)} schemas={schemasOf(document)} />,
  });
});
