/** A page in a tab that nobody looks at is not painted. */
const patience_ms = 3000;

/** Does something once the page has been painted, and once only. */
export function afterPaint(begin: () => void): void {
  let begun = false;
  function once() {
    if (begun) return;
    begun = true;
    begin();
  }
  new PerformanceObserver((list) => {
    if (list.getEntriesByName("first-contentful-paint").length > 0) once();
  }).observe({ type: "paint", buffered: true });
  setTimeout(once, patience_ms);
}
