import * as z from "zod";
import { Refused } from "../../errors.ts";
import { api } from "../../http/api.ts";
import { endpoint, json } from "../../http/endpoint.ts";
import type { Visit } from "../../http/env.ts";
import { invalid } from "../../http/invalid.ts";
import { listOf } from "../../http/paging.ts";
import { selling } from "../../http/session.ts";
import { addTarget } from "../../restreams/add_target.ts";
import { changeTarget } from "../../restreams/change_target.ts";
import { deleteTarget } from "../../restreams/delete_target.ts";
import { reasons, sounds } from "../../restreams/door.ts";
import { services, targetBodies, TargetBody, TargetChangeBody } from "../../restreams/forms.ts";
import { readTargets, standings } from "../../restreams/read_targets.ts";
import { switchTarget } from "../../restreams/switch_target.ts";
import { answered, askedBySeller, byId, changing, Deleted, reading } from "../over_api.ts";

const TargetSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  service: z.enum(services),
  url: z.string().meta({ description: "Server and application; the key is told to nobody" }),
  sound: z.enum(sounds),
  enabled: z.boolean(),
}).meta({ id: "RestreamTarget" });

const TargetStanding = TargetSchema.extend({
  standing: z.enum(standings),
  showId: z.uuid().nullable(),
  tries: z.int().meta({ description: "Failures in a row" }),
  seconds: z.int().meta({ description: "For how long it has been running without a break" }),
  reason: z.enum(reasons).nullable(),
}).meta({ id: "RestreamTargetStanding" });

/** Where a seller's shows are sent on to, over the API. */
export const restreamsApi = api();

restreamsApi.openapi(
  endpoint({
    method: "get",
    path: "/api/desk/restreams",
    summary: "Where one's shows are sent on to, and how it stands with each",
    tag: "seller",
    request: {},
    status: 200,
    answer: listOf(TargetStanding),
    refusals: reading,
  }),
  async function listTargets(c) {
    const { sellerId } = selling(c);
    const items = await readTargets(c.var.shop.platform.database, sellerId);
    return c.json({ items, page: 1, pages: 1, total: items.length }, 200);
  },
);

restreamsApi.openapi(
  endpoint({
    method: "post",
    path: "/api/desk/restreams",
    summary: "Send one's shows to one place more",
    tag: "seller",
    request: { body: json(TargetBody) },
    status: 201,
    answer: TargetSchema,
    refusals: changing,
  }),
  async function add(c) {
    const { platform } = c.var.shop;
    const wish = allowed(c.req.valid("json"), bodiesOf(c).making);
    return c.json(answered(c, await addTarget(platform, await askedBySeller(c), wish)), 201);
  },
);

restreamsApi.openapi(
  endpoint({
    method: "patch",
    path: "/api/desk/restreams/{id}",
    summary: "Change where shows are sent on to; another address wants the key again",
    tag: "seller",
    request: { ...byId, body: json(TargetChangeBody) },
    status: 200,
    answer: TargetSchema,
    refusals: changing,
  }),
  async function change(c) {
    const { platform } = c.var.shop;
    const { id } = c.req.valid("param");
    const wish = allowed(c.req.valid("json"), bodiesOf(c).change);
    return c.json(answered(c, await changeTarget(platform, await askedBySeller(c), id, wish)), 200);
  },
);

restreamsApi.openapi(
  endpoint({
    method: "delete",
    path: "/api/desk/restreams/{id}",
    summary: "Forget a place with its key",
    tag: "seller",
    request: byId,
    status: 200,
    answer: Deleted,
    refusals: changing,
  }),
  async function forget(c) {
    const { database } = c.var.shop.platform;
    const { id } = c.req.valid("param");
    return c.json(answered(c, await deleteTarget(database, await askedBySeller(c), id)), 200);
  },
);

const sending = {
  path: "/api/desk/restreams/{id}/sending",
  tag: "seller",
  request: byId,
  status: 200,
  answer: TargetSchema,
  refusals: changing,
} as const;

restreamsApi.openapi(
  endpoint({ ...sending, method: "post", summary: "Send there, or begin anew after it failed" }),
  async (c) => c.json(await turn(c, c.req.valid("param").id, true), 200),
);

restreamsApi.openapi(
  endpoint({ ...sending, method: "delete", summary: "Send there no more" }),
  async (c) => c.json(await turn(c, c.req.valid("param").id, false), 200),
);

async function turn(c: Visit, id: string, on: boolean) {
  const { database } = c.var.shop.platform;
  return answered(c, await switchTarget(database, await askedBySeller(c), id, on));
}

function bodiesOf(c: Visit) {
  return targetBodies(c.var.shop.platform.configuration.media?.privateTargets ?? false);
}

/** What the description of the API lets through, held to what this deployment allows. */
function allowed<Schema extends z.ZodType>(wish: unknown, schema: Schema): z.output<Schema> {
  const read = schema.safeParse(wish);
  if (!read.success) throw new Refused(invalid(read.error.issues));
  return read.data;
}
