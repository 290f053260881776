import * as z from "zod";
import { Refused } from "../../errors.ts";
import { api } from "../../http/api.ts";
import { endpoint, json } from "../../http/endpoint.ts";
import type { Visit } from "../../http/env.ts";
import { listOf, PageNumber } from "../../http/paging.ts";
import { selling } from "../../http/session.ts";
import { createShow } from "../../shows/create_show.ts";
import { deleteShow } from "../../shows/delete_show.ts";
import { editShow } from "../../shows/edit_show.ts";
import type { ShowStep } from "../../shows/step_show.ts";
import { answered, askedBySeller, byId, changing, Deleted, reading } from "../over_api.ts";
import { freeShippingModes, isAhead, ShowBody, ShowChangeBody } from "./forms.ts";
import { readShow } from "./read_show.ts";
import { readShows } from "./read_shows.ts";
import { takeStep } from "./take_step.ts";

const ShowSchema = z.object({
  id: z.uuid(),
  title: z.string(),
  description: z.string(),
  state: z.enum(["scheduled", "live", "ended", "cancelled"]),
  startsAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  freeShipping: z.enum(freeShippingModes),
  freeShippingFrom: z.int().meta({ description: "Minor units" }),
  featuredProductId: z.uuid().nullable(),
  notice: z.string(),
  viewersPeak: z.int().meta({ description: "The most who watched at once while it was on air" }),
  signal: z.enum(["none", "on", "lost"]).meta({ description: "One that is lost is waited for" }),
  turn: z.int().meta({ description: "How often its picture came" }),
}).meta({ id: "DeskShow" });

const ShowInList = ShowSchema.pick({ id: true, title: true, state: true, startsAt: true }).extend({
  products: z.int(),
  orders: z.int().meta({ description: "Not cancelled" }),
}).meta({ id: "DeskShowInList" });

/** A seller's shows, over the API. */
export const deskShowsApi = api();

deskShowsApi.openapi(
  endpoint({
    method: "get",
    path: "/api/desk/shows",
    summary: "One's own shows: on air, then to come, then past",
    tag: "seller",
    request: { query: z.strictObject({ page: PageNumber }) },
    status: 200,
    answer: listOf(ShowInList),
    refusals: reading,
  }),
  async function listShows(c) {
    const { sellerId } = selling(c);
    const { page } = c.req.valid("query");
    const { items, ...list } = await readShows(c.var.shop.platform.database, sellerId, page);
    return c.json({ ...list, items: items.map(({ picture: _, ...show }) => show) }, 200);
  },
);

deskShowsApi.openapi(
  endpoint({
    method: "post",
    path: "/api/desk/shows",
    summary: "Schedule a show",
    tag: "seller",
    request: { body: json(ShowBody) },
    status: 201,
    answer: ShowSchema,
    refusals: changing,
  }),
  async function planShow(c) {
    const wish = c.req.valid("json");
    mustBeAhead(c, wish.startsAt);
    const { database } = c.var.shop.platform;
    return c.json(answered(c, await createShow(database, await askedBySeller(c), wish)), 201);
  },
);

deskShowsApi.openapi(
  endpoint({
    method: "get",
    path: "/api/desk/shows/{id}",
    summary: "One's own show",
    tag: "seller",
    request: byId,
    status: 200,
    answer: ShowSchema,
    refusals: reading,
  }),
  async function tellShow(c) {
    const { sellerId } = selling(c);
    const { database } = c.var.shop.platform;
    const found = await readShow(database, sellerId, c.req.valid("param").id);
    if (!found) throw new Refused({ code: "NOT_YOURS" });
    const { picture: _, ...show } = found.show;
    return c.json(show, 200);
  },
);

deskShowsApi.openapi(
  endpoint({
    method: "patch",
    path: "/api/desk/shows/{id}",
    summary: "Change a show; its start moves only while it is scheduled",
    tag: "seller",
    request: { ...byId, body: json(ShowChangeBody) },
    status: 200,
    answer: ShowSchema,
    refusals: [...changing, "SHOW_STATE"],
  }),
  async function changeShow(c) {
    const { database } = c.var.shop.platform;
    const change = c.req.valid("json");
    const { id } = c.req.valid("param");
    return c.json(answered(c, await editShow(database, await askedBySeller(c), id, change)), 200);
  },
);

deskShowsApi.openapi(
  endpoint({
    method: "delete",
    path: "/api/desk/shows/{id}",
    summary: "Delete a show that is not on air; its products and orders stay",
    tag: "seller",
    request: byId,
    status: 200,
    answer: Deleted,
    refusals: [...changing, "SHOW_STATE"],
  }),
  async function takeAway(c) {
    const { database } = c.var.shop.platform;
    const { id } = c.req.valid("param");
    return c.json(answered(c, await deleteShow(database, await askedBySeller(c), id)), 200);
  },
);

const airing = { path: "/api/desk/shows/{id}/airing", tag: "seller", request: byId } as const;
const steps = { status: 200, answer: ShowSchema, refusals: [...changing, "SHOW_STATE"] } as const;

deskShowsApi.openapi(
  endpoint({ ...airing, ...steps, method: "post", summary: "Put a scheduled show on air" }),
  async (c) => c.json(await step(c, c.req.valid("param").id, "airing"), 200),
);

deskShowsApi.openapi(
  endpoint({ ...airing, ...steps, method: "delete", summary: "End a show that is on air" }),
  async (c) => c.json(await step(c, c.req.valid("param").id, "ending"), 200),
);

deskShowsApi.openapi(
  endpoint({
    ...steps,
    method: "post",
    path: "/api/desk/shows/{id}/cancellation",
    summary: "Cancel a scheduled show",
    tag: "seller",
    request: byId,
  }),
  async (c) => c.json(await step(c, c.req.valid("param").id, "cancellation"), 200),
);

async function step(c: Visit, showId: string, step: ShowStep) {
  return answered(c, await takeStep(c.var.shop, await askedBySeller(c), showId, step));
}

function mustBeAhead(c: Visit, startsAt: string) {
  if (isAhead(startsAt, c.var.shop.platform.now())) return;
  const field = "startsAt";
  throw new Refused({ code: "INVALID", field, fields: [{ field, rule: "past" }] });
}
