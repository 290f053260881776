import * as z from "zod";
import { Hono } from "hono";
import type { Fault } from "../../views/kit/view.ts";
import { Refused } from "../errors.ts";
import type { Env, Visit } from "../http/env.ts";
import { readForm } from "../http/form.ts";
import { isUuid } from "../http/identity.ts";
import { asksForFragment } from "../http/view.ts";
import { showPage } from "../shows/page.tsx";
import { airPath } from "../desk/air/path.ts";
import { chatForm, chatPage } from "./chat_page.tsx";
import { framePage } from "./frame_page.tsx";
import { moderateMessage } from "./moderation/message_act.tsx";
import { MessageText, say } from "./say.ts";

/** The chat of a show as plain HTML: to read, and with a form to post. */
export const chat = new Hono<Env>();

chat.get("/shows/:id/chat", function showChat(c) {
  return chatPage(c, c.req.param("id"));
});

chat.get("/shows/:id/messages", function showMessages(c) {
  return framePage(c, c.req.param("id"));
});

chat.post("/shows/:id/messages/:messageId/moderation", function moderate(c) {
  return moderateMessage(c, (from, fault) => pageAgain(c, from, fault));
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

async function answer(c: Visit, showId: string, fault?: Fault) {
  if (asksForFragment(c)) return await chatForm(c, showId, fault);
  const from = pageOf(c, showId);
  return fault ? await pageAgain(c, from, fault) : c.redirect(from, 303);
}

/** The page that the form stands on, as the browser tells; the show's where it does not. */
function pageOf(c: Visit, showId: string) {
  const places = [`/shows/${showId}/chat`, airPath(showId)];
  const from = c.req.header("referer")?.split("?")[0];
  return places.find((place) => from?.endsWith(place)) ?? `/shows/${showId}#chat`;
}

/** The same page, with the reason why its form was refused. */
async function pageAgain(c: Visit, from: string, fault: Fault): Promise<Response> {
  const showId = c.req.param("id")!;
  const [path] = from.split(/[?#]/);
  if (path === `/shows/${showId}/chat`) return await chatPage(c, showId, fault);
  if (path === `/shows/${showId}/messages`) return await framePage(c, showId, fault);
  if (path === airPath(showId)) {
    // Loaded with the desk, when it is needed.
    const { airPage } = await import("../desk/air/page.tsx");
    return await airPage(c, fault);
  }
  return await showPage(c, showId, { chatFault: fault });
}
