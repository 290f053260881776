/**
 * SQL: where shoppers find a product now, as a `Place`.
 * @param product a row of `products`
 * @param state of its show; null without one
 */
export function place(product: string, state: string): string {
  return `case
    when ${product}.visible_from > now() then 'later'
    when ${product}.visible_until <= now() then 'over'
    when ${state} in ('live', 'scheduled') then 'show'
    when ${product}.in_store then 'store'
    else 'nowhere'
  end`;
}
