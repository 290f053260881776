import type { Htmx } from "../shop/htmx.ts";

declare const htmx: Htmx;

const gather_ms = 300;
/** What no news tells of is looked after now and then. */
const again_ms = 10_000;
/** Sooner for what moves by itself. */
const soon_ms = 3_000;

/** Draws the parts of a page that follow a show anew whenever something about it changes. */
export function keepFigures() {
  if (document.querySelector("[data-room]")) {
    document.addEventListener("room:changed", redraw);
    if (document.querySelector("[data-fresh=often]")) setInterval(redraw, again_ms);
  }
  if (document.querySelector("[data-fresh=soon]")) setInterval(redraw, soon_ms);
}

let asked = false;

/** Changes that come together are drawn together. */
function redraw() {
  if (asked || document.hidden) return;
  asked = true;
  setTimeout(async () => {
    asked = false;
    const fresh = await pageNow();
    if (!fresh) return;
    for (const target of document.querySelectorAll("[data-fresh]")) {
      const text = fresh.getElementById(target.id)?.outerHTML;
      if (text) await htmx.swap({ text, target, swap: "outerMorph" });
    }
  }, gather_ms);
}

/** The next change asks again when this one could not be fetched. */
async function pageNow() {
  const answer = await fetch(location.pathname, { headers: { "HX-Request": "true" } })
    .catch(() => undefined);
  if (!answer?.ok) return undefined;
  const page = document.createElement("template");
  page.innerHTML = await answer.text();
  return page.content;
}
