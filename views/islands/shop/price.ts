/** The price at the top of a product follows the option that is chosen below it. */
export function followChoice(target: HTMLElement) {
  const chosen = target instanceof HTMLSelectElement ? target.selectedOptions[0] : target;
  const price = chosen?.dataset.price;
  const shown = target.closest(".buy-scope")?.querySelector("[data-shown-price]");
  const now = shown?.querySelector(".price-now");
  if (!price || !shown || !now) return;
  // The discount is that of the lowest price.
  shown.querySelector(".price-off")?.toggleAttribute("hidden", now.textContent !== price);
  shown.querySelector(".price-from")?.remove();
  now.textContent = price;
}
