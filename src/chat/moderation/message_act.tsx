import * as z from "zod";
import type { Fault } from "../../../views/kit/view.ts";
import { copy } from "../../../views/copy/mod.ts";
import { Notice, RefusalNotice } from "../../../views/kit/notice.tsx";
import { type Outcome, refuse } from "../../errors.ts";
import type { Visit } from "../../http/env.ts";
import { readForm } from "../../http/form.ts";
import { isUuid } from "../../http/identity.ts";
import { fragment } from "../../http/page.tsx";
import { faultOf, statusOf } from "../../http/refused.ts";
import { asksForFragment, ownPath, viewOf } from "../../http/view.ts";
import { mute_minutes_default } from "../../limits.ts";
import type { Database } from "../../platform.ts";
import type { Moderating } from "./act.ts";
import { deleteMessage } from "./delete_message.ts";
import { pinMessage } from "./pin_message.ts";
import { releaseMessage } from "./release_message.ts";
import { banAuthor, muteAuthor } from "./silence.ts";

const acts = ["delete", "pin", "mute", "ban", "release"] as const;
type Act = typeof acts[number];

const ActForm = z.strictObject({ act: z.enum(acts), from: z.string().optional() });

/** `POST /shows/:id/messages/:messageId/moderation`, from the menu of a message. */
export async function moderateMessage(
  c: Visit,
  again: (from: string, fault: Fault) => Promise<Response>,
): Promise<Response> {
  const showId = c.req.param("id")!;
  const form = await readForm(c, ActForm);
  const from = ownPath(form.typed.from, `/shows/${showId}#chat`);
  const outcome = form.values && await carryOut(c, showId, form.values.act, form.identity);
  const fault = faultOf(form, outcome);
  c.var.shop.news.hurry();
  if (asksForFragment(c)) return told(c, form.values?.act, fault);
  return fault ? await again(from, fault) : c.redirect(from, 303);
}

function carryOut(
  c: Visit,
  showId: string,
  act: Act,
  requestId: string,
): Promise<Outcome<unknown>> {
  const { person, shop } = c.var;
  const messageId = c.req.param("messageId")!;
  if (!person) return Promise.resolve(refuse("SIGN_IN_REQUIRED"));
  if (!isUuid(showId) || !isUuid(messageId)) return Promise.resolve(refuse("NOT_YOURS"));
  const asked = { personId: person.id, showId, requestId };
  return verbs[act](shop.platform.database, asked, messageId);
}

type Verb = (database: Database, asked: Moderating, messageId: string) => Promise<Outcome<unknown>>;

const verbs: Record<Act, Verb> = {
  delete: deleteMessage,
  pin: pinMessage,
  mute: (database, asked, messageId) =>
    muteAuthor(database, asked, messageId, mute_minutes_default),
  ban: banAuthor,
  release: releaseMessage,
};

/** What was done, in `#toast`. */
function told(c: Visit, act: Act | undefined, fault: Fault | undefined) {
  const view = viewOf(c);
  if (fault || !act) {
    return fragment(c, <RefusalNotice view={view} fault={fault} />, statusOf(c, fault));
  }
  return fragment(c, <Notice tone="good" title={copy(view.locale).moderation.done[act]} />);
}
