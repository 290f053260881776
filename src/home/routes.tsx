import { Hono } from "hono";
import { copy } from "../../views/copy/mod.ts";
import { Home } from "../../views/shop/home.tsx";
import { cardOf } from "../catalog/card.ts";
import type { Env } from "../http/env.ts";
import { page } from "../http/page.tsx";
import { viewOf } from "../http/view.ts";
import { showCardOf } from "../shows/shows.ts";
import { readHome } from "./read_home.ts";

/** `/`: who is on air, who will be, and some of the store. */
export const home = new Hono<Env>();

home.get("/", async function showHome(c) {
  const { platform, glance } = c.var.shop;
  const { live, coming, offers } = await glance("home", () => readHome(platform.database));
  const view = viewOf(c);
  return await page(c, {
    title: copy(view.locale).site.name,
    body: (
      <Home
        view={view}
        live={live.map(showCardOf)}
        upcoming={coming.map(showCardOf)}
        products={offers.map(cardOf)}
      />
    ),
  });
});
