import * as z from "zod";
import { Hono } from "hono";
import type { Env, Visit } from "../../http/env.ts";
import { addTarget } from "../../restreams/add_target.ts";
import { changeTarget } from "../../restreams/change_target.ts";
import { deleteTarget } from "../../restreams/delete_target.ts";
import { targetBodies } from "../../restreams/forms.ts";
import { switchTarget } from "../../restreams/switch_target.ts";
import { atDesk, idIn } from "../desk.ts";
import { Nothing, post } from "../post.ts";
import { restreamsPage } from "./page.tsx";

/** Where a seller's shows are sent on to. */
export const deskRestreams = new Hono<Env>();

const path = "/desk/restreams";
const Switch = z.strictObject({ on: z.enum(["true", "false"]).transform((on) => on === "true") });

deskRestreams.get(path, (c) => restreamsPage(c));

deskRestreams.post(path, async function add(c) {
  const desk = await atDesk(c);
  return await post(c, {
    schema: bodiesOf(c).making,
    act: (wish, requestId) => addTarget(c.var.shop.platform, { ...desk, requestId }, wish),
    again: (fault) => restreamsPage(c, fault, "new"),
    next: () => `${path}?done=added`,
  });
});

deskRestreams.post(`${path}/:id`, async function change(c) {
  const desk = await atDesk(c);
  const id = idIn(c);
  return await post(c, {
    schema: bodiesOf(c).change,
    act: (wish, requestId) => changeTarget(c.var.shop.platform, { ...desk, requestId }, id, wish),
    again: (fault) => restreamsPage(c, fault, id),
    next: () => `${path}?done=saved`,
  });
});

deskRestreams.post(`${path}/:id/sending`, async function turn(c) {
  const desk = await atDesk(c);
  const { database } = c.var.shop.platform;
  return await post(c, {
    schema: Switch,
    act: ({ on }, requestId) => switchTarget(database, { ...desk, requestId }, idIn(c), on),
    again: (fault) => restreamsPage(c, fault),
    next: ({ enabled }) => `${path}?done=${enabled ? "on" : "off"}`,
  });
});

deskRestreams.post(`${path}/:id/deletion`, async function forget(c) {
  const desk = await atDesk(c);
  const { database } = c.var.shop.platform;
  return await post(c, {
    schema: Nothing,
    act: (_, requestId) => deleteTarget(database, { ...desk, requestId }, idIn(c)),
    again: (fault) => restreamsPage(c, fault),
    next: () => `${path}?done=deleted`,
  });
});

function bodiesOf(c: Visit) {
  return targetBodies(c.var.shop.platform.configuration.media?.privateTargets ?? false);
}
