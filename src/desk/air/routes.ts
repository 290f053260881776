import * as z from "zod";
import { Hono } from "hono";
import type { Moderating } from "../../chat/moderation/act.ts";
import { announce } from "../../chat/moderation/announce.ts";
import { SlowModeForm, WordBody } from "../../chat/moderation/forms.ts";
import { freeWord, holdWord } from "../../chat/moderation/held_words.ts";
import { unpinMessage } from "../../chat/moderation/pin_message.ts";
import { setSlowMode } from "../../chat/moderation/slow_mode.ts";
import { unban, unmute } from "../../chat/moderation/unsilence.ts";
import { MessageText } from "../../chat/say.ts";
import type { Outcome } from "../../errors.ts";
import type { Env, Visit } from "../../http/env.ts";
import { signedIn } from "../../http/session.ts";
import type { Database } from "../../platform.ts";
import { idIn } from "../desk.ts";
import { Nothing, post } from "../post.ts";
import { airPage } from "./page.tsx";
import { airPath } from "./path.ts";

/** The on-air console: what moderates a show's chat and is not about one message. */
export const deskAir = new Hono<Env>();

deskAir.get("/desk/shows/:id/air", (c) => airPage(c));

const OfPerson = z.strictObject({ personId: z.uuid() });

form("announcements", {
  schema: z.strictObject({ text: MessageText }),
  act: (database, asked, { text }) => announce(database, asked, { id: asked.requestId, text }),
  done: "announced",
});
form("slow-mode", {
  schema: SlowModeForm,
  act: (database, asked, { seconds }) => setSlowMode(database, asked, seconds),
  done: "slow",
});
form("pin-removal", { schema: Nothing, act: unpinMessage, done: "unpinned" });
form("held-words", {
  schema: WordBody,
  act: (database, asked, { word }) => holdWord(database, asked, word),
  done: "word",
});
form("held-word-removal", {
  schema: WordBody,
  act: (database, asked, { word }) => freeWord(database, asked, word),
  done: "word",
});
form("mute-removal", {
  schema: OfPerson,
  act: (database, asked, { personId }) => unmute(database, asked, personId),
  done: "unsilenced",
});
form("ban-removal", {
  schema: OfPerson,
  act: (database, asked, { personId }) => unban(database, asked, personId),
  done: "unsilenced",
});

interface Form<Schema extends z.ZodType> {
  readonly schema: Schema;
  act(database: Database, asked: Moderating, values: z.output<Schema>): Promise<Outcome<unknown>>;
  /** Names the words for what was done. */
  readonly done: string;
}

function form<Schema extends z.ZodType>(name: string, { schema, act, done }: Form<Schema>) {
  deskAir.post(`/desk/shows/:id/air/${name}`, async function moderate(c: Visit) {
    const { id: personId } = signedIn(c);
    const showId = idIn(c);
    return await post(c, {
      schema,
      act: (values, requestId) =>
        act(c.var.shop.platform.database, { personId, requestId, showId }, values),
      again: (fault) => airPage(c, fault),
      next: () => `${airPath(showId)}?done=${done}`,
    });
  });
}
