import * as z from "zod";
import { api } from "../http/api.ts";
import { endpoint, json } from "../http/endpoint.ts";
import { listOf } from "../http/paging.ts";
import { identityOf } from "../http/identity.ts";
import { granted } from "../http/problem.ts";
import { signedIn } from "../http/session.ts";
import { lookAtShow } from "../shows/read_show.ts";
import { MessageBody, MessageSchema } from "./api_schemas.ts";
import { say } from "./say.ts";

const ofShow = { params: z.object({ id: z.uuid() }) };

/** The chat of a show, over the API. */
export const chatApi = api();

chatApi.openapi(
  endpoint({
    method: "get",
    path: "/api/shows/{id}/messages",
    summary: "The last messages of a show, oldest first",
    tag: "public",
    request: ofShow,
    status: 200,
    answer: listOf(MessageSchema),
    refusals: ["NOT_YOURS"],
  }),
  async function listMessages(c) {
    const { messages } = await lookAtShow(c.var.shop, c.req.valid("param").id);
    return c.json({ items: [...messages], page: 1, pages: 1, total: messages.length }, 200);
  },
);

chatApi.openapi(
  endpoint({
    method: "post",
    path: "/api/shows/{id}/messages",
    summary: "Say something in the chat of a show",
    tag: "shopper",
    request: { ...ofShow, body: json(MessageBody) },
    status: 201,
    answer: MessageSchema,
    refusals: [
      "SIGN_IN_REQUIRED",
      "NOT_YOURS",
      "SHOW_STATE",
      "MUTED",
      "BANNED",
      "RATE_LIMITED",
      "SLOW_MODE",
      "IDEMPOTENCY_MISMATCH",
    ],
  }),
  async function sayOverApi(c) {
    const { id, text } = c.req.valid("json");
    const outcome = await say(c.var.shop, {
      personId: signedIn(c).id,
      requestId: c.req.header("idempotency-key") ? await identityOf(c) : id,
      id,
      showId: c.req.valid("param").id,
      text,
    });
    return c.json(granted(outcome), 201);
  },
);
