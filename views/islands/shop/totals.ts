/** Adds up the lines of the cart that are chosen. */
export function addUp(target: HTMLElement) {
  if (!("amount" in target.dataset)) return;
  const lines = [...document.querySelectorAll<HTMLInputElement>("[data-amount]:checked")];
  for (const total of document.querySelectorAll<HTMLElement>("[data-total]")) {
    const currency = total.dataset.total!;
    const money = new Intl.NumberFormat(document.documentElement.lang, {
      style: "currency",
      currency,
      currencyDisplay: "narrowSymbol",
    });
    const minor = lines.filter((line) => line.dataset.currency === currency)
      .reduce((sum, line) => sum + Number(line.dataset.amount), 0);
    total.textContent = money.format(
      minor / 10 ** money.resolvedOptions().maximumFractionDigits!,
    );
  }
}
