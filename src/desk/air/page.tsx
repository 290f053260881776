import { copy } from "../../../views/copy/mod.ts";
import { AirPage } from "../../../views/desk/air/air_page.tsx";
import type { Fault } from "../../../views/kit/view.ts";
import { moderatedShow } from "../../chat/moderation/moderated_show.ts";
import { readModeration } from "../../chat/moderation/read_moderation.ts";
import { Refused } from "../../errors.ts";
import type { Visit } from "../../http/env.ts";
import { page } from "../../http/page.tsx";
import { statusOf } from "../../http/refused.ts";
import { viewOf } from "../../http/view.ts";
import { lookAtShow } from "../../shows/read_show.ts";
import { readTargets } from "../../restreams/read_targets.ts";
import { idIn } from "../desk.ts";
import { look } from "../look.ts";
import { doneText } from "../post.ts";
import { readShow } from "../shows/read_show.ts";

/** The console of a show, for its seller and the moderators. @throws Refused NOT_YOURS */
export async function airPage(c: Visit, fault?: Fault): Promise<Response> {
  const { id, sellerId, currency } = await moderatedShow(c, idIn(c));
  const { database, configuration } = c.var.shop.platform;
  const [{ show, messages }, atDesk, moderation, targets] = await Promise.all([
    lookAtShow(c.var.shop, id),
    readShow(database, sellerId, id),
    readModeration(database, id),
    readTargets(database, sellerId),
  ]);
  if (!atDesk) throw new Refused({ code: "NOT_YOURS" });
  const view = viewOf(c);
  const t = copy(view.locale).desk.air;
  return await page(c, {
    ...look,
    scripts: [...look.scripts, "room.js"],
    title: `${t.title}: ${show.title}`,
    status: statusOf(c, fault),
    body: (
      <AirPage
        {...moderation}
        targets={targets}
        view={view}
        show={{ ...show, signal: configuration.media && show.signal }}
        messages={messages}
        products={atDesk.products}
        currency={currency}
        owns={c.var.person?.sellerId === sellerId}
        done={doneText(c, t.done)}
        fault={fault}
      />
    ),
  });
}
