/** What the room tells of a show, as far as its page is concerned. */
export interface LiveShow {
  readonly kind: "show";
  readonly version: number;
  readonly state: string;
  readonly title: string;
  readonly notice: string;
  readonly featuredProductId: string | null;
  readonly pinned: { readonly id: string } | null;
  /** The player's; pages are not drawn anew for them. */
  readonly signal?: "none" | "on" | "lost";
  readonly turn?: number;
}

/** What the room tells of a product, as far as its row is concerned. */
export interface LiveProduct {
  readonly kind: "product";
  readonly id: string;
  readonly name: string;
  readonly position: number;
  readonly originalPrice?: number | null;
  readonly isNew: boolean;
  readonly onSale: boolean;
  readonly variants: readonly {
    readonly id: string;
    readonly price: number;
    readonly available: number;
    readonly version: number;
  }[];
}

/** What a page shows of a show beside its goods, to compare with what the room says. */
export function shownOf(show: Omit<LiveShow, "kind" | "version">): string {
  const { state, title, notice, featuredProductId, pinned } = show;
  return JSON.stringify([state, title, notice, featuredProductId, pinned?.id ?? null]);
}

/**
 * What a row shows of a product beside figures that are written into it: as long as this is the
 * same, so is its form.
 */
export function shapeOf(product: Shaped): string {
  const { id, name, originalPrice, isNew, onSale, variants } = product;
  const options = variants.map(({ id, price, available }) => [id, price, available < 1]);
  return JSON.stringify([id, name, originalPrice ?? null, isNew, onSale, options]);
}

type Shaped = Omit<LiveProduct, "kind" | "position" | "variants"> & {
  readonly variants: readonly Omit<LiveProduct["variants"][number], "version">[];
};
