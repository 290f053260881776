import * as z from "zod";
import { byId, changing } from "../../desk/over_api.ts";
import type { Outcome } from "../../errors.ts";
import { api } from "../../http/api.ts";
import { endpoint, json } from "../../http/endpoint.ts";
import type { Visit } from "../../http/env.ts";
import { identityOf } from "../../http/identity.ts";
import { granted } from "../../http/problem.ts";
import { signedIn } from "../../http/session.ts";
import { MessageBody, MessageSchema } from "../api_schemas.ts";
import type { Moderating } from "./act.ts";
import { announce } from "./announce.ts";
import { deleteMessage } from "./delete_message.ts";
import { MuteBody, OfMessage, SlowModeBody } from "./forms.ts";
import { pinMessage, unpinMessage } from "./pin_message.ts";
import { releaseMessage } from "./release_message.ts";
import { banAuthor, muteAuthor } from "./silence.ts";
import { setSlowMode } from "./slow_mode.ts";
import { unban, unmute } from "./unsilence.ts";

const ofMessage = z.object({ id: z.uuid(), messageId: z.uuid() });
const ofPerson = z.object({ id: z.uuid(), personId: z.uuid() });

const Gone = z.object({ id: z.uuid(), deleted: z.literal(true) });
const Pinned = z.object({ pinnedMessageId: z.uuid().nullable() });
const SlowMode = z.object({ slowModeSeconds: z.int() });
const Unsilenced = z.object({ personId: z.uuid(), name: z.string() });
const Silenced = Unsilenced.extend({
  until: z.iso.datetime().nullable().meta({ description: "The end of a mute; a ban lasts" }),
}).meta({ id: "Silenced" });

/** Moderating the chat of a show: for its seller, the seller's moderators and admins. */
export const moderationApi = api();

const tag = "seller";
const one = { tag, status: 200, refusals: changing } as const;
const made = { tag, status: 201, refusals: changing } as const;

moderationApi.openapi(
  endpoint({
    ...one,
    method: "delete",
    path: "/api/desk/shows/{id}/messages/{messageId}",
    summary: "Take a message away from everybody",
    request: { params: ofMessage },
    answer: Gone,
  }),
  async function takeAway(c) {
    const { messageId } = c.req.valid("param");
    return c.json(done(c, await deleteMessage(databaseOf(c), await asked(c), messageId)), 200);
  },
);

moderationApi.openapi(
  endpoint({
    ...made,
    method: "post",
    path: "/api/desk/shows/{id}/messages/{messageId}/release",
    summary: "Let a message out that was held back",
    request: { params: ofMessage },
    answer: MessageSchema,
  }),
  async function letOut(c) {
    const { messageId } = c.req.valid("param");
    return c.json(done(c, await releaseMessage(databaseOf(c), await asked(c), messageId)), 201);
  },
);

moderationApi.openapi(
  endpoint({
    ...made,
    method: "post",
    path: "/api/desk/shows/{id}/announcements",
    summary: "Say something that stands out in the chat",
    request: { ...byId, body: json(MessageBody) },
    answer: MessageSchema,
    refusals: [...changing, "SHOW_STATE"],
  }),
  async function announceOverApi(c) {
    const message = c.req.valid("json");
    return c.json(done(c, await announce(databaseOf(c), await asked(c), message)), 201);
  },
);

moderationApi.openapi(
  endpoint({
    ...one,
    method: "put",
    path: "/api/desk/shows/{id}/pinned-message",
    summary: "Pin a message above the chat",
    request: { ...byId, body: json(OfMessage) },
    answer: Pinned,
  }),
  async function pin(c) {
    const { messageId } = c.req.valid("json");
    return c.json(done(c, await pinMessage(databaseOf(c), await asked(c), messageId)), 200);
  },
);

moderationApi.openapi(
  endpoint({
    ...one,
    method: "delete",
    path: "/api/desk/shows/{id}/pinned-message",
    summary: "Take the pinned message down",
    request: byId,
    answer: Pinned,
  }),
  async function unpin(c) {
    return c.json(done(c, await unpinMessage(databaseOf(c), await asked(c))), 200);
  },
);

moderationApi.openapi(
  endpoint({
    ...one,
    method: "put",
    path: "/api/desk/shows/{id}/slow-mode",
    summary: "Let everybody write once in so many seconds; 0 ends it",
    request: { ...byId, body: json(SlowModeBody) },
    answer: SlowMode,
  }),
  async function slow(c) {
    const { seconds } = c.req.valid("json");
    return c.json(done(c, await setSlowMode(databaseOf(c), await asked(c), seconds)), 200);
  },
);

moderationApi.openapi(
  endpoint({
    ...made,
    method: "post",
    path: "/api/desk/shows/{id}/mutes",
    summary: "Mute the author of a message in all chats of the shop",
    request: { ...byId, body: json(MuteBody) },
    answer: Silenced,
  }),
  async function mute(c) {
    const { messageId, minutes } = c.req.valid("json");
    const outcome = await muteAuthor(databaseOf(c), await asked(c), messageId, minutes);
    return c.json(done(c, outcome), 201);
  },
);

moderationApi.openapi(
  endpoint({
    ...one,
    method: "delete",
    path: "/api/desk/shows/{id}/mutes/{personId}",
    summary: "End a mute",
    request: { params: ofPerson },
    answer: Unsilenced,
  }),
  async function endMute(c) {
    const { personId } = c.req.valid("param");
    return c.json(done(c, await unmute(databaseOf(c), await asked(c), personId)), 200);
  },
);

moderationApi.openapi(
  endpoint({
    ...made,
    method: "post",
    path: "/api/desk/shows/{id}/bans",
    summary: "Ban the author of a message from all chats of the shop",
    request: { ...byId, body: json(OfMessage) },
    answer: Silenced,
  }),
  async function ban(c) {
    const { messageId } = c.req.valid("json");
    return c.json(done(c, await banAuthor(databaseOf(c), await asked(c), messageId)), 201);
  },
);

moderationApi.openapi(
  endpoint({
    ...one,
    method: "delete",
    path: "/api/desk/shows/{id}/bans/{personId}",
    summary: "Take a ban back",
    request: { params: ofPerson },
    answer: Unsilenced,
  }),
  async function endBan(c) {
    const { personId } = c.req.valid("param");
    return c.json(done(c, await unban(databaseOf(c), await asked(c), personId)), 200);
  },
);

/** Who moderates which show, under the identity of this request. */
export async function asked(c: Visit): Promise<Moderating> {
  const { id: personId } = signedIn(c);
  return { personId, showId: c.req.param("id")!, requestId: await identityOf(c) };
}

function databaseOf(c: Visit) {
  return c.var.shop.platform.database;
}

/** The value of what was done, once everybody is told. @throws Refused */
export function done<Answer>(c: Visit, outcome: Outcome<Answer>): Answer {
  c.var.shop.news.hurry();
  return granted(outcome);
}
