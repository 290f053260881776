import type { Page } from "playwright-core";
import type { copy } from "../../views/copy/mod.ts";

/** Fills in the checkout page as a careful shopper does. */
export async function fillCheckout(page: Page, { checkout: t }: ReturnType<typeof copy>) {
  const typed = [
    [t.recipient, "Mina Kim"],
    [t.phone, "(213) 555-0123"],
    [t.postalCode, "90012"],
    [t.line1, "1 Main St"],
    [t.city, "Los Angeles"],
    [t.depositorName, "KIM MINA"],
  ] as const;
  await page.getByLabel(t.country).selectOption("US");
  for (const [label, text] of typed) await page.getByLabel(label, { exact: true }).fill(text);
  await page.getByLabel(t.state, { exact: true }).selectOption("CA");
  await page.getByLabel(t.consentOrder).check();
  await page.locator("input[name=consentPrivacy]").check();
}
