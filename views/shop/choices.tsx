import { copy } from "../copy/mod.ts";
import { formatMoney } from "../kit/money.tsx";
import { Stock } from "../kit/stock.tsx";
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
  const lowest = asking(product).money;
  function option(variant: VariantOffer) {
    const { id, price, available } = variant;
    const text = optionText(variant);
    const dearer = price > lowest.amount &&
      formatMoney(view.locale, { ...lowest, amount: price });
    const name = dearer ? `${text} · ${dearer}` : text;
    return (
      <option
        key={id}
        value={id}
        data-text={name}
        selected={id === chosen}
        data-out={available < 1 ? "" : undefined}
      >
        {optionWithStock(view, variant, name)}
      </option>
    );
  }

  return (
    <span class="choice-list">
      <label class="hidden-text" for={`${id}-variant`}>{t.option}</label>
      <select id={`${id}-variant`} name="variantId" required>
        <option value="">{t.choose}</option>
        {product.variants.map(option)}
      </select>
    </span>
  );
}

/** The options of a product laid out to be touched, by colour. */
export function ChoiceChips({ view, product, id, chosen }: Props) {
  const t = copy(view.locale).product;
  const lowest = asking(product).money;

  function chip(variant: VariantOffer) {
    const price = formatMoney(view.locale, { ...lowest, amount: variant.price });
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
          <span class="chip-text">{withoutColour(variant)}</span>
          {variant.price > lowest.amount && <span class="chip-price">{price}</span>}
          <Stock view={view} available={variant.available} />
        </label>
      </span>
    );
  }

  return (
    <>
      {byColour(product.variants).map(({ name, variants }) => (
        <fieldset class="chips" key={name}>
          <legend>{name || t.option}</legend>
          {variants.map(chip)}
        </fieldset>
      ))}
    </>
  );
}

/** Under the name of a colour it need not be repeated, unless it is all there is to say. */
function withoutColour({ size, label, colour }: VariantOffer) {
  return optionText({ colour: "", size, label }) || colour;
}
