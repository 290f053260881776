import { refreshPage } from "../shop/refresh.ts";
import { type LiveProduct, type LiveShow, shapeOf, shownOf } from "../../shop/shape.ts";
import type { Connection } from "./connection.ts";
import { badge } from "./message.ts";
import { tellStock } from "./stock.ts";
import { tellToasts, type Toast } from "./toasts.ts";
import { fill, type Words } from "./words.ts";

type Live =
  | LiveShow
  | LiveProduct
  | { readonly kind: "viewers"; readonly now: number; readonly peak: number }
  | { readonly kind: "toasts"; readonly toasts: readonly Toast[] };

const gather_ms = 100;
/** By then a room has told all it knows to who comes. */
const whole_ms = 1500;

/**
 * Follows the live state of a show. Figures are written into the page as they come; what changes
 * more than a figure has the page drawn anew by the server, once, around what somebody is doing.
 */
export function followShow(connection: Connection, words: Words): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let whole = false;

  function look() {
    timer = undefined;
    if (!connection.isConnected) return;
    const states = [...connection.awareness.getStates().values()] as Partial<Live>[];
    const known = states.map((state) => newest(state as Live));
    for (const state of known) tell(state, words, whole);
    if (whole) compare(known);
  }

  connection.awareness.on("change", () => {
    document.dispatchEvent(new Event("room:changed"));
    timer ??= setTimeout(look, gather_ms);
  });
  connection.onSync(() => {
    setTimeout(() => {
      whole = true;
      look();
    }, whole_ms);
  });
  connection.onLost(() => whole = false);
  document.addEventListener("room:turned", refreshPage);
  // What the server has drawn anew knows nothing of viewers.
  document.addEventListener("htmx:after:swap", () => timer ??= setTimeout(look, gather_ms));
}

const versions = new Map<string, { readonly version: number }>();

/** Another process may be behind what this page has seen: no version goes back. */
function newest(state: Live): Live {
  if (state.kind === "show") return newer("show", state);
  if (state.kind !== "product") return state;
  return { ...state, variants: state.variants.map((variant) => newer(variant.id, variant)) };
}

function newer<Seen extends { readonly version: number }>(key: string, now: Seen): Seen {
  const before = versions.get(key) as Seen | undefined;
  if (before && before.version > now.version) return before;
  versions.set(key, now);
  return now;
}

function tell(state: Live, words: Words, whole: boolean) {
  switch (state.kind) {
    case "show":
      return tellShow(state, words);
    case "product":
      return tellStock(state, words);
    case "viewers":
      return tellViewers(state, words);
    case "toasts":
      return tellToasts(state.toasts, words, whole);
  }
}

/**
 * That a show begins or ends is said at once; the page that goes with it is on its way. The player,
 * where there is one, listens for how it stands with the picture.
 */
function tellShow({ state, signal = "none", turn = 0 }: LiveShow, { showStates }: Words) {
  const place = document.querySelector<HTMLElement>("[data-show-state]");
  if (place && place.dataset.showState !== state) {
    place.dataset.showState = state;
    place.replaceChildren(badge(state === "live" ? "live" : "plain", showStates[state] ?? state));
  }
  document.dispatchEvent(new CustomEvent("room:show", { detail: { state, signal, turn } }));
}

/** Whether the page shows another show than the room does: other words, goods, options or prices. */
function compare(states: readonly Live[]) {
  const page = document.querySelector<HTMLElement>("[data-shown]");
  const show = states.find((state): state is LiveShow => state.kind === "show");
  if (!page || !show) return;
  const products = states.filter((state): state is LiveProduct => state.kind === "product")
    .sort((one, other) => one.position - other.position || (one.id < other.id ? -1 : 1));
  const rows = [...document.querySelectorAll<HTMLElement>("[data-shape]")];
  const same = page.dataset.shown === shownOf(show) && rows.length === products.length &&
    products.every((product, at) => rows[at]!.dataset.shape === shapeOf(product));
  if (!same) refreshFor(JSON.stringify([shownOf(show), ...products.map(shapeOf)]));
}

const tries_max = 3;
const tried = { wish: "", times: 0 };

/** Has the page drawn anew to show something; what cannot be shown is not asked for without end. */
function refreshFor(wish: string) {
  if (tried.wish !== wish) Object.assign(tried, { wish, times: 0 });
  if (tried.times++ < tries_max) refreshPage();
}

function tellViewers({ now, peak }: { now: number; peak: number }, { viewers, locale }: Words) {
  document.dispatchEvent(new CustomEvent("room:viewers", { detail: now }));
  const place = document.querySelector("[data-viewers]");
  const text = fill(viewers, now.toLocaleString(locale));
  if (place && place.textContent !== text) place.textContent = text;
  place?.parentElement?.removeAttribute("hidden");
  for (const [id, count] of [["viewers-now", now], ["viewers-peak", peak]] as const) {
    const figure = document.getElementById(id);
    if (figure) figure.textContent = count.toLocaleString(locale);
  }
}
