import type { VNode } from "preact";
import { jsxTemplate } from "preact/jsx-runtime";
import { renderToString } from "preact-render-to-string";
import { uuidv7 } from "uuidv7";
import type { View } from "../../views/kit/view.ts";
import type { Visit } from "./env.ts";
import { viewFor } from "./view.ts";

/**
 * A part of a page that is the same for everybody who reads a language: drawn once for all who
 * look at the same moment. Only the identities of its forms are each visitor's own.
 * @param key names what is drawn, and all that it depends on
 */
export async function drawnOnce(
  c: Visit,
  key: string,
  draw: (view: View) => Promise<VNode>,
): Promise<VNode> {
  const { glance, platform } = c.var.shop;
  const pieces = await glance(`drawn ${c.var.language} ${key}`, async () => {
    const blank = uuidv7();
    const view = { ...viewFor(platform, c.var.language), requestId: () => blank };
    return renderToString(await draw(view)).split(blank);
  });
  const html = pieces.reduce((before, after) => before + uuidv7() + after);
  return jsxTemplate([html]);
}
