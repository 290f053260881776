import { refreshPage } from "./refresh.ts";

const soon_seconds = 120;
const announced_minutes = [10, 5, 2, 1];

// How far the server's clock is ahead of this one, taken when its answer began to arrive.
const [arrival] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
const ahead = Date.parse(document.body.dataset.now!) -
  (performance.timeOrigin + (arrival?.responseStart ?? 0));

/** Draws the time left beside each deadline, once a second, by the server's clock. */
export function countDown() {
  draw();
  setInterval(draw, 1000);
}

function draw() {
  const now = Date.now() + ahead;
  for (const one of document.querySelectorAll<HTMLElement>("[data-deadline]")) {
    const seconds = Math.ceil((Date.parse(one.dataset.deadline!) - now) / 1000);
    if (seconds > 0) show(one, seconds);
    else end(one);
  }
}

function show(one: HTMLElement, seconds: number) {
  const minutes = Math.floor(seconds / 60);
  if (minutes >= 24 * 60) return;
  const parts = [minutes % 60, seconds % 60].map((part) => String(part).padStart(2, "0"));
  if (minutes >= 60) parts.unshift(String(Math.floor(minutes / 60)));
  put(one, "[data-left]", parts.join(":"));
  one.classList.toggle("countdown-soon", seconds <= soon_seconds);
  if (seconds % 60 === 0 && announced_minutes.includes(minutes)) {
    const said = one.querySelector<HTMLElement>("[data-say]");
    if (said) said.textContent = said.dataset.say!.replace("{}", String(minutes));
  }
}

function end(one: HTMLElement) {
  put(one, "time", one.dataset.over!);
  put(one, "[data-left]", "");
  put(one, "[data-say]", one.dataset.over!);
  one.className = "countdown countdown-over";
  one.removeAttribute("data-deadline");
  if ("refresh" in one.dataset) refreshPage();
}

function put(one: Element, part: string, text: string) {
  const place = one.querySelector(part);
  if (place) place.textContent = text;
}
