import type { ComponentChildren, VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { Layout } from "../../views/layout.tsx";
import { countLines } from "../stock/count_lines.ts";
import type { Visit } from "./env.ts";
import { asksForFragment, readablePathOf, viewOf } from "./view.ts";

interface Page {
  readonly title: string;
  readonly body: ComponentChildren;
  readonly status?: ContentfulStatusCode;
  readonly description?: string;
  /** Beside the shop's own: `"room.js"`, `"desk.css"`. */
  readonly scripts?: readonly string[];
  readonly styles?: readonly string[];
  readonly frame?: "shop" | "desk" | "bare";
}

/** Answers a full page to a browser, and only what stands in `<main>` to htmx. */
export async function page(c: Visit, { body, status = 200, ...frame }: Page): Promise<Response> {
  c.header("Vary", "HX-Request, Cookie, Accept-Language");
  if (asksForFragment(c)) return c.html(renderToString(<>{body}</>), status);
  const visitor = await visitorOf(c, frame.frame !== "bare");
  const document = (
    <Layout view={viewOf(c)} visitor={visitor} {...frame}>
      {body}
    </Layout>
  );
  return c.html("<!doctype html>" + renderToString(document), status);
}

/** Answers a part of a page to htmx. */
export function fragment(c: Visit, part: VNode, status: ContentfulStatusCode = 200) {
  return c.html(renderToString(part), status);
}

async function visitorOf(c: Visit, seesCart: boolean) {
  const { person, shop } = c.var;
  return {
    path: readablePathOf(c),
    cartLines: person && seesCart ? await countLines(shop.platform.database, person.id) : 0,
    person: person && {
      displayName: person.displayName,
      sells: person.sellerId !== undefined,
      packs: person.sellerId !== undefined || person.moderates.length > 0,
    },
  };
}
