import type { Htmx } from "./htmx.ts";

declare const htmx: Htmx;

let asked = false;

/**
 * Draws the page anew around what somebody is doing on it. Not at once: when a moment comes for
 * everybody, they do not all ask together.
 */
export function refreshPage() {
  if (asked) return;
  asked = true;
  setTimeout(async () => {
    asked = false;
    await htmx.ajax("GET", location.pathname + location.search, {
      target: "#main",
      swap: "innerMorph",
    });
  }, 500 + Math.random() * 2000);
}
