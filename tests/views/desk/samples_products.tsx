import type { VNode } from "preact";
import { ProductList } from "../../../views/desk/product_list.tsx";
import { ProductNew } from "../../../views/desk/product_new.tsx";
import { DeskProductPage } from "../../../views/desk/product_page.tsx";
import type { Fault, View } from "../../../views/kit/view.ts";

const at = "2026-11-21T03:00:00.000Z";
const currency = "USD";

export function productPages(view: View, text: string, fault: Fault): Record<string, VNode> {
  const values = {
    name: text,
    description: text,
    showId: "s",
    originalPrice: "70.00",
    newBadge: true,
    inStore: true,
    visibleFrom: "",
    visibleUntil: "2026-11-21T20:00",
    holdMinutes: "",
  };
  const variant = {
    id: "v1",
    colour: text,
    size: text,
    label: text,
    price: 100,
    hidden: false,
    available: 3,
    held: 1,
    sold: 2,
    setAside: 4,
    waiting: 5,
  };
  const shared = { view, currency, shows: [{ id: "s", name: text }] } as const;
  const filter = { q: text, show: "s", stock: "low" } as const;
  const line = {
    id: "p",
    name: text,
    picture: null,
    price: 100,
    available: 0,
    held: 1,
    sold: 2,
    showTitle: text,
    setAside: 3,
    place: "store",
  } as const;
  const page = (form: "details" | "variants" | "variant-v1") => (
    <DeskProductPage
      {...shared}
      product={{
        ...values,
        id: "p",
        originalPrice: 7000,
        visibleFrom: null,
        visibleUntil: at,
        holdMinutes: null,
        place: "show",
        pictures: ["a", "b"].map((id) => ({
          id,
          src: `/pictures/${id}.webp`,
          width: 9,
          height: 9,
        })),
        variants: [variant, { ...variant, id: "v2", hidden: true }],
      }}
      values={values}
      fault={{ ...fault, form }}
    />
  );
  const list = { ...shared, filter, page: 1, pages: 2, total: 30 };
  return {
    "products": <ProductList {...list} products={[line]} fault={fault} />,
    "no such products": <ProductList {...list} products={[]} />,
    "no products": (
      <ProductList
        {...list}
        filter={{ q: "", show: "", stock: "any" }}
        products={[]}
        pages={0}
        total={0}
      />
    ),
    "a new product": <ProductNew {...shared} values={values} fault={fault} />,
    "a product": page("details"),
    "a product, options refused": page("variants"),
    "a product, an option refused": page("variant-v1"),
  };
}
