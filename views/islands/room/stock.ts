import { few } from "../../kit/few.ts";
import type { LiveProduct } from "../../shop/shape.ts";
import { badge } from "./message.ts";
import { fill, type Words } from "./words.ts";

/** Writes what is left of a product wherever it stands on the page. */
export function tellStock({ id, variants }: LiveProduct, words: Words): void {
  const available = variants.reduce((sum, variant) => sum + variant.available, 0);
  const text = available < 1 ? words.soldOut : available <= few ? fill(words.left, available) : "";
  for (const place of document.querySelectorAll<HTMLElement>(`[data-stock="${id}"]`)) {
    // The form as it should be is on its way.
    place.closest(".buy-scope")?.querySelector(".buy-hold")
      ?.toggleAttribute("hidden", available < 1);
    if ((place.textContent ?? "") === text) continue;
    place.replaceChildren(...text ? [badge(available < 1 ? "plain" : "warn", text)] : []);
  }
  for (const { id, available } of variants) {
    for (const option of document.querySelectorAll<HTMLElement>(`option[value="${id}"]`)) {
      tellOption(option, available, words);
    }
  }
}

function tellOption(option: HTMLElement, available: number, words: Words) {
  const name = option.dataset.text;
  if (name === undefined) return;
  const text = available < 1
    ? fill(words.soldOutOption, name)
    : available <= few
    ? fill(words.leftOption, name, available)
    : name;
  if (option.textContent !== text) option.textContent = text;
  option.toggleAttribute("data-out", available < 1);
}
