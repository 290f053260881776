/** Adds up the lines of the cart that are chosen. */
export function addUp(target: HTMLElement) {
  if (!("amount" in target.dataset)) return;
  const lines = [...document.querySelectorAll<HTMLInputElement>("[data-amount]:checked")];
  for (const total of document.querySelectorAll<HTMLElement>("[data-total]")) {
    const currency = total.dataset.total!;
    const minor = lines.filter((line) => line.dataset.currency === currency)
      .reduce((sum, line) => sum + Number(line.dataset.amount), 0);
    const decimals = currency === "USD" ? 2 : 0;
    const number = (minor / 10 ** decimals).toLocaleString("en-US", {
      minimumFractionDigits: decimals,
    });
    // The sign of the currency stays where the page has put it.
    total.textContent = total.textContent!.replace(/[\d.,]+/, number);
  }
}
