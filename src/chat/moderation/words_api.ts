import * as z from "zod";
import { byId, changing, reading } from "../../desk/over_api.ts";
import { api } from "../../http/api.ts";
import { endpoint, json } from "../../http/endpoint.ts";
import { listOf } from "../../http/paging.ts";
import { asked, done } from "./api.ts";
import { Word, WordBody } from "./forms.ts";
import { freeWord, holdWord } from "./held_words.ts";
import { moderatedShow } from "./moderated_show.ts";
import { readModeration } from "./read_moderation.ts";

const HeldWord = z.object({ word: z.string() }).meta({ id: "HeldWord" });

/** The words that hold a message back, in all chats of a shop. */
export const heldWordsApi = api();

heldWordsApi.openapi(
  endpoint({
    method: "get",
    path: "/api/desk/shows/{id}/held-words",
    summary: "The words that hold a message back",
    tag: "seller",
    request: byId,
    status: 200,
    answer: listOf(HeldWord),
    refusals: reading,
  }),
  async function listWords(c) {
    const show = await moderatedShow(c, c.req.valid("param").id);
    const { words } = await readModeration(c.var.shop.platform.database, show.id);
    const items = words.map((word) => ({ word }));
    return c.json({ items, page: 1, pages: 1, total: items.length }, 200);
  },
);

heldWordsApi.openapi(
  endpoint({
    method: "post",
    path: "/api/desk/shows/{id}/held-words",
    summary: "Hold messages back that have this word, in any case and width",
    tag: "seller",
    request: { ...byId, body: json(WordBody) },
    status: 201,
    answer: HeldWord,
    refusals: changing,
  }),
  async function hold(c) {
    const { word } = c.req.valid("json");
    return c.json(done(c, await holdWord(c.var.shop.platform.database, await asked(c), word)), 201);
  },
);

heldWordsApi.openapi(
  endpoint({
    method: "delete",
    path: "/api/desk/shows/{id}/held-words/{word}",
    summary: "Hold messages with this word back no longer",
    tag: "seller",
    request: { params: z.object({ id: z.uuid(), word: Word }) },
    status: 200,
    answer: HeldWord,
    refusals: changing,
  }),
  async function free(c) {
    const { word } = c.req.valid("param");
    return c.json(done(c, await freeWord(c.var.shop.platform.database, await asked(c), word)), 200);
  },
);
