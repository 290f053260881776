import { Hono } from "hono";
import type { Fault } from "../../../views/kit/view.ts";
import { editProduct } from "../../catalog/edit_product.ts";
import type { Outcome } from "../../errors.ts";
import type { Env, Visit } from "../../http/env.ts";
import { arrangeGoods } from "../../shows/arrange_goods.ts";
import { createShow } from "../../shows/create_show.ts";
import { deleteShow } from "../../shows/delete_show.ts";
import { editShow } from "../../shows/edit_show.ts";
import type { ShowStep } from "../../shows/step_show.ts";
import { airPath } from "../air/path.ts";
import { atDesk, type Desk, idIn } from "../desk.ts";
import { Nothing, post } from "../post.ts";
import {
  AddedForm,
  FeaturedForm,
  free_shipping_from_default,
  OrderForm,
  showForms,
} from "./forms.ts";
import { newShowPage, showListPage, showPage } from "./page.tsx";
import { pictureRoutes } from "./picture_routes.ts";
import { publishKeyRoutes } from "./publish_key_routes.ts";
import { takeStep } from "./take_step.ts";

/** Planning shows, and running them. */
export const deskShows = new Hono<Env>();

deskShows.get("/desk/shows", (c) => showListPage(c));
deskShows.get("/desk/shows/new", (c) => newShowPage(c));
deskShows.get("/desk/shows/:id", (c) => showPage(c));

deskShows.post("/desk/shows", async function planShow(c) {
  const desk = await atDesk(c);
  return await post(c, {
    schema: formsOf(c, desk).making,
    act: (wish, requestId) =>
      createShow(c.var.shop.platform.database, { ...desk, requestId }, {
        freeShippingFrom: free_shipping_from_default,
        ...wish,
      }),
    again: (fault) => newShowPage(c, fault),
    next: ({ id }) => `/desk/shows/${id}?done=created`,
  });
});

deskShows.post("/desk/shows/:id", async function changeShow(c) {
  const desk = await atDesk(c);
  return await post(c, {
    schema: formsOf(c, desk).change,
    act: (change, requestId) =>
      editShow(c.var.shop.platform.database, { ...desk, requestId }, idIn(c), change),
    again: (fault) => showPage(c, fault),
    next: () => `${pathOf(c)}?done=saved`,
  });
});

const steps: readonly [step: ShowStep, done: string][] = [
  ["airing", "started"],
  ["ending", "ended"],
  ["cancellation", "cancelled"],
];

for (const [step, done] of steps) {
  deskShows.post(`/desk/shows/:id/${step}`, async function stepOn(c) {
    const desk = await atDesk(c);
    return await post(c, {
      schema: Nothing,
      act: (_, requestId) => takeStep(c.var.shop, { ...desk, requestId }, idIn(c), step),
      again: (fault) => showPage(c, fault),
      next: () => `${pathOf(c)}?done=${done}`,
    });
  });
}

deskShows.post("/desk/shows/:id/deletion", async function takeAway(c) {
  const desk = await atDesk(c);
  return await post(c, {
    schema: Nothing,
    act: (_, requestId) =>
      deleteShow(c.var.shop.platform.database, { ...desk, requestId }, idIn(c)),
    again: (fault) => showPage(c, fault),
    next: () => "/desk/shows?done=deleted",
  });
});

deskShows.post("/desk/shows/:id/featured-product", async function feature(c) {
  const desk = await atDesk(c);
  const { database } = c.var.shop.platform;
  let next = `${pathOf(c)}#goods`;
  return await post(c, {
    schema: FeaturedForm,
    act: ({ productId = null, from }, requestId) => {
      if (from) next = `${airPath(idIn(c))}#goods`;
      return editShow(database, { ...desk, requestId }, idIn(c), { featuredProductId: productId });
    },
    again: (fault) => showPage(c, fault),
    next: () => next,
  });
});

deskShows.post("/desk/shows/:id/product-order", async function arrange(c) {
  const desk = await atDesk(c);
  return await post(c, {
    schema: OrderForm,
    act: (move, requestId) =>
      arrangeGoods(c.var.shop.platform.database, { ...desk, requestId }, idIn(c), move),
    again: (fault) => showPage(c, fault),
    next: () => `${pathOf(c)}#goods`,
  });
});

deskShows.post("/desk/shows/:id/products", async function addGoods(c) {
  const desk = await atDesk(c);
  const showId = idIn(c);
  return await post(c, {
    schema: AddedForm,
    act: async ({ productId }, requestId) => {
      const asked = { ...desk, requestId };
      const { database } = c.var.shop.platform;
      return namingProduct(await editProduct(database, asked, productId, { showId }));
    },
    again: (fault: Fault) => showPage(c, fault),
    next: () => `${pathOf(c)}#goods`,
  });
});

deskShows.route("/", pictureRoutes);
deskShows.route("/", publishKeyRoutes);

/** A product that is not there is a fault of the form; the page that it stands on is. */
function namingProduct<Answer>(outcome: Outcome<Answer>): Outcome<Answer> {
  if (outcome.refusal?.code !== "NOT_YOURS") return outcome;
  return { refusal: { ...outcome.refusal, field: "productId" } };
}

function formsOf(c: Visit, { currency }: Desk) {
  const { configuration, now } = c.var.shop.platform;
  return showForms(configuration.timeZone, currency, now());
}

function pathOf(c: Visit) {
  return `/desk/shows/${idIn(c)}`;
}
