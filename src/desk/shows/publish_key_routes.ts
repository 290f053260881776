import { Hono } from "hono";
import { Refused } from "../../errors.ts";
import type { Env } from "../../http/env.ts";
import { readForm } from "../../http/form.ts";
import { faultOf } from "../../http/refused.ts";
import { makePublishKey } from "../../media/publish_key.ts";
import { atDesk, idIn } from "../desk.ts";
import { Nothing } from "../post.ts";
import { showPage } from "./page.tsx";

/** The keys that a seller's encoder publishes with. */
export const publishKeyRoutes = new Hono<Env>();

/** Answers with the page itself: led on, the key would have to stand in an address. */
publishKeyRoutes.post("/desk/shows/:id/publish-keys", async function makeKey(c) {
  const desk = await atDesk(c);
  const form = await readForm(c, Nothing);
  const outcome = form.fault
    ? undefined
    : await makePublishKey(c.var.shop, { ...desk, requestId: form.identity }, idIn(c));
  const fault = faultOf(form, outcome);
  if (fault?.refusal.code === "NOT_YOURS") throw new Refused(fault.refusal);
  return await showPage(c, fault, outcome?.refusal ? undefined : outcome?.stream);
});
