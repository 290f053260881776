import { fill, type Words } from "./words.ts";

/** Somebody bought something. */
export interface Toast {
  readonly id: string;
  /** A display name; absent: somebody. */
  readonly name?: string;
  readonly product: string;
}

const shown_ms = 5000;
const told = new Set<string>();

/**
 * Says what was bought, each once and the last one only.
 * @param isNews not so when the room tells what was before the page came
 */
export function tellToasts(toasts: readonly Toast[], words: Words, isNews: boolean): void {
  const fresh = toasts.filter(({ id }) => !told.has(id));
  fresh.forEach(({ id }) => told.add(id));
  const last = fresh.at(-1);
  const place = document.querySelector<HTMLElement>("[data-toasts]");
  if (!isNews || !last || !place) return;
  const line = document.createElement("p");
  line.className = "stage-toast";
  line.textContent = last.name
    ? fill(words.bought, last.name, last.product)
    : fill(words.somebodyBought, last.product);
  place.replaceChildren(line);
  setTimeout(() => line.remove(), shown_ms);
}
