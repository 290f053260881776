import { z } from "@hono/zod-openapi";
import { Hono } from "hono";
import { Refused } from "../errors.ts";
import type { Env, Visit } from "../http/env.ts";
import { readForm } from "../http/form.ts";
import { isUuid } from "../http/identity.ts";
import { asksForFragment } from "../http/view.ts";
import { showPage } from "../shows/page.tsx";
import { chatForm, chatPage } from "./chat_page.tsx";
import { MessageText, say } from "./say.ts";

/** The chat of a show as plain HTML: to read, and with a form to post. */
export const chat = new Hono<Env>();

chat.get("/shows/:id/chat", function showChat(c) {
  return chatPage(c, c.req.param("id"));
});

const Words = z.strictObject({ text: MessageText });

chat.post("/shows/:id/messages", async function sayOnPage(c) {
  const showId = c.req.param("id");
  const { person, shop } = c.var;
  if (!isUuid(showId)) throw new Refused({ code: "NOT_YOURS" });
  const form = await readForm(c, Words);
  if (!person) return await answer(c, showId, { refusal: { code: "SIGN_IN_REQUIRED" } });
  if (form.fault) return await answer(c, showId, form.fault);

  const { identity, values, typed } = form;
  const { refusal } = await say(shop, {
    personId: person.id,
    requestId: identity,
    id: identity,
    showId,
    ...values,
  });
  return await answer(c, showId, refusal && { refusal, values: typed });
});

type Fault = Parameters<typeof chatForm>[2];

async function answer(c: Visit, showId: string, fault: Fault) {
  if (asksForFragment(c)) return await chatForm(c, showId, fault);
  const path = `/shows/${showId}/chat`;
  const alone = c.req.header("referer")?.endsWith(path);
  if (!fault) return c.redirect(alone ? path : `/shows/${showId}#chat`, 303);
  return alone ? await chatPage(c, showId, fault) : await showPage(c, showId, { chatFault: fault });
}
