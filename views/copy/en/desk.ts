import { air } from "./desk/air.ts";
import { encoder } from "./desk/encoder.ts";
import { orders } from "./desk/orders.ts";
import { products } from "./desk/products.ts";
import { report } from "./desk/report.ts";
import { restreams } from "./desk/restreams.ts";
import { shows } from "./desk/shows.ts";
import { today } from "./desk/today.ts";

/** The seller's desk. */
export const desk = {
  desk: {
    nav: {
      label: "Desk",
      today: "Today",
      shows: "Shows",
      products: "Products",
      orders: "Orders",
      restreams: "Restream",
    },
    save: "Save",
    edit: "Edit",
    optional: "(optional)",
    search: "Search",
    clear: "Show all",
    all: "All",
    chosen: "With the chosen:",
    chooseAll: "Choose all",
    choose: (name: string) => `Choose ${name}`,
    saved: "Saved.",
    total: (count: number) => `${count} in all`,
    today,
    shows,
    air,
    encoder,
    report,
    products,
    orders,
    restreams,
  },
};
