import { copy } from "../copy/mod.ts";
import { Stock } from "../kit/stock.tsx";
import { formatMoney } from "../kit/money.tsx";
import type { View } from "../kit/view.ts";
import { asking, byColour, optionText, optionWithStock } from "./options.ts";
import type { ProductOffer, VariantOffer } from "./types.ts";

interface Props {
  view: View;
  product: ProductOffer;
  /** Sets its ids apart from those of the same product elsewhere on the page. */
  id: string;
  chosen?: string;
}

/** The options of a product in one line: for rows, where there is little room. */
export function ChoiceList({ view, product, id, chosen }: Props) {
  const t = copy(view.locale).product;
  const colours = byColour(product.variants);
  const grouped = colours.length > 1 && colours.every(({ variants }) => variants.length > 1);
  return (
    <span class="choice-list">
      <label class="hidden-text" for={`${id}-variant`}>{t.option}</label>
      <select id={`${id}-variant`} name="variantId" required>
        <option value="">{t.choose}</option>
        {grouped
          ? colours.map(({ name, variants }) => (
            <optgroup key={name} label={name || t.option}>
              {variants.map((variant) => (
                <ListedChoice {...{ view, product, variant, chosen }} text={shortText(variant)} />
              ))}
            </optgroup>
          ))
          : product.variants.map((variant) => (
            <ListedChoice {...{ view, product, variant, chosen }} text={optionText(variant)} />
          ))}
      </select>
    </span>
  );
}

function ListedChoice({ view, product, variant, chosen, text }: {
  view: View;
  product: ProductOffer;
  variant: VariantOffer;
  chosen?: string;
  text: string;
}) {
  const price = formatMoney(view.locale, { amount: variant.price, currency: product.currency });
  return (
    <option
      key={variant.id}
      value={variant.id}
      selected={variant.id === chosen}
      data-out={variant.available < 1 ? "" : undefined}
      data-price={price}
    >
      {optionWithStock(view, variant, differs(product) ? `${text} · ${price}` : text)}
    </option>
  );
}

/** The options of a product laid out to be touched, by colour. */
export function ChoiceChips({ view, product, id, chosen }: Props) {
  const t = copy(view.locale).product;
  const lowest = asking(product).money.amount;
  return (
    <>
      {byColour(product.variants).map(({ name, variants }) => (
        <fieldset class="chips" key={name}>
          <legend>{name || t.option}</legend>
          {variants.map((variant) => {
            const price = formatMoney(view.locale, {
              amount: variant.price,
              currency: product.currency,
            });
            return (
              <span class="chip" key={variant.id}>
                <input
                  type="radio"
                  name="variantId"
                  id={`${id}-${variant.id}`}
                  value={variant.id}
                  checked={variant.id === chosen}
                  required
                  data-out={variant.available < 1 ? "" : undefined}
                  data-price={price}
                />
                <label for={`${id}-${variant.id}`}>
                  <span class="chip-text">{shortText(variant) || name}</span>
                  {variant.price > lowest && <span class="chip-price">{price}</span>}
                  <Stock view={view} available={variant.available} />
                </label>
              </span>
            );
          })}
        </fieldset>
      ))}
    </>
  );
}

function shortText({ size, label, colour }: VariantOffer) {
  return optionText({ colour: "", size, label }) || colour;
}

function differs({ variants }: ProductOffer) {
  return variants.some(({ price }) => price !== variants[0]?.price);
}
