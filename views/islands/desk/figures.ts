import { follow } from "../live/follow.ts";
import type { Htmx } from "../shop/htmx.ts";

declare const htmx: Htmx;

const gather_ms = 300;
const goods = "#goods-list";

/** Draws the goods of a show on air anew whenever something about them changes. */
export function keepFigures() {
  const show = document.querySelector<HTMLElement>("[data-live]");
  if (show) follow(show, { fragment: redraw, gone: redraw });
}

let asked = false;

/** Changes that come together are drawn together. */
function redraw() {
  if (asked) return;
  asked = true;
  setTimeout(async () => {
    asked = false;
    const fresh = await goodsNow();
    const target = document.querySelector(goods);
    if (fresh && target) await htmx.swap({ text: fresh.outerHTML, target, swap: "outerMorph" });
  }, gather_ms);
}

/** The next change asks again when this one could not be fetched. */
async function goodsNow() {
  const answer = await fetch(location.pathname, { headers: { "HX-Request": "true" } })
    .catch(() => undefined);
  if (!answer?.ok) return undefined;
  const page = document.createElement("template");
  page.innerHTML = await answer.text();
  return page.content.querySelector(goods);
}
