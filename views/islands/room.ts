/**
 * The live part of a page that belongs to a show. It weighs more than everything else together, so
 * it is fetched when the page has been painted.
 */
const page = document.querySelector<HTMLElement>("[data-room]");
/** A page in a tab that nobody looks at is not painted. */
const patience_ms = 3000;
let begun = false;

function begin() {
  if (begun) return;
  begun = true;
  import("./room/main.ts").then(({ enter }) => enter(page!));
}

if (page) {
  new PerformanceObserver((list) => {
    if (list.getEntriesByName("first-contentful-paint").length > 0) begin();
  }).observe({ type: "paint", buffered: true });
  setTimeout(begin, patience_ms);
}
