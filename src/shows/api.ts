import * as z from "zod";
import { PictureSchema } from "../catalog/api.ts";
import { MessageSchema } from "../chat/api_schemas.ts";
import { api } from "../http/api.ts";
import { endpoint } from "../http/endpoint.ts";
import { listOf, PageNumber } from "../http/paging.ts";
import { lookAtShow } from "./read_show.ts";
import { readShows } from "./read_shows.ts";

const State = z.enum(["scheduled", "live", "ended", "cancelled"]);

const ShowSchema = z.object({
  id: z.uuid(),
  title: z.string(),
  description: z.string(),
  state: State,
  startsAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  picture: PictureSchema.nullable(),
  seller: z.object({ id: z.uuid(), name: z.string() }),
  currency: z.enum(["USD", "KRW"]),
  freeShipping: z.enum(["never", "always", "threshold"]),
  freeShippingFrom: z.int().meta({ description: "Minor units; where there is a threshold" }),
  featuredProductId: z.uuid().nullable(),
  notice: z.string(),
  slowModeSeconds: z.int(),
  pinned: MessageSchema.nullable(),
  products: z.int().meta({ description: "How many; see /api/products?show=" }),
  signal: z.enum(["none", "on", "lost"]),
  turn: z.int().meta({ description: "How often its picture came" }),
}).meta({ id: "Show" });

/** Shows, over the API. */
export const showsApi = api();

showsApi.openapi(
  endpoint({
    method: "get",
    path: "/api/shows",
    summary: "Shows: those on air, then those to come, then the past",
    tag: "public",
    request: { query: z.strictObject({ status: State.optional(), page: PageNumber }) },
    status: 200,
    answer: listOf(ShowSchema),
  }),
  async function listShows(c) {
    const { status: state, page } = c.req.valid("query");
    return c.json(await readShows(c.var.shop.platform.database, { state, page }), 200);
  },
);

showsApi.openapi(
  endpoint({
    method: "get",
    path: "/api/shows/{id}",
    summary: "A show",
    tag: "public",
    request: { params: z.object({ id: z.uuid() }) },
    status: 200,
    answer: ShowSchema,
    refusals: ["NOT_YOURS"],
  }),
  async function tellShow(c) {
    const { show } = await lookAtShow(c.var.shop, c.req.valid("param").id);
    return c.json(show, 200);
  },
);
