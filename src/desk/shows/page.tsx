import { copy } from "../../../views/copy/mod.ts";
import { inputMoney } from "../../../views/desk/money_input.ts";
import type { ShowValues } from "../../../views/desk/show_fields.tsx";
import { ShowList } from "../../../views/desk/show_list.tsx";
import { ShowNew } from "../../../views/desk/show_new.tsx";
import { DeskShowPage } from "../../../views/desk/show_page.tsx";
import type { DeskShow } from "../../../views/desk/types.ts";
import type { Fault } from "../../../views/kit/view.ts";
import { Refused } from "../../errors.ts";
import type { Visit } from "../../http/env.ts";
import { page } from "../../http/page.tsx";
import { pageNumber } from "../../http/paging.ts";
import { statusOf } from "../../http/refused.ts";
import { viewOf } from "../../http/view.ts";
import { keyMadeAt } from "../../media/key_made_at.ts";
import { atDesk, idIn } from "../desk.ts";
import { look } from "../look.ts";
import { wallClock } from "../moments.ts";
import { doneText } from "../post.ts";
import { free_shipping_from_default } from "./forms.ts";
import { readShow } from "./read_show.ts";
import { readShows } from "./read_shows.ts";

const hour_ms = 3_600_000;

export async function showListPage(c: Visit): Promise<Response> {
  const { sellerId } = await atDesk(c);
  const view = viewOf(c);
  const t = copy(view.locale).desk.shows;
  const found = await readShows(
    c.var.shop.platform.database,
    sellerId,
    pageNumber(c.req.query("page")),
  );
  return await page(c, {
    ...look,
    title: t.title,
    body: <ShowList {...found} view={view} shows={found.items} done={doneText(c, t.done)} />,
  });
}

/** An empty form, which proposes the next full hour. */
export async function newShowPage(c: Visit, fault?: Fault): Promise<Response> {
  const { currency } = await atDesk(c);
  const view = viewOf(c);
  const { now, configuration } = c.var.shop.platform;
  const nextHour = new Date((Math.floor(now() / hour_ms) + 1) * hour_ms).toISOString();
  const values: ShowValues = {
    title: "",
    description: "",
    startsAt: wallClock(nextHour, configuration.timeZone),
    freeShipping: "threshold",
    freeShippingFrom: inputMoney(free_shipping_from_default, currency),
    notice: "",
  };
  return await page(c, {
    ...look,
    title: copy(view.locale).desk.shows.make,
    status: statusOf(c, fault),
    body: <ShowNew view={view} values={values} currency={currency} fault={fault} />,
  });
}

/**
 * The show that the path names.
 * @param stream the stream key, in the answer that made it
 * @throws Refused NOT_YOURS
 */
export async function showPage(c: Visit, fault?: Fault, stream?: string): Promise<Response> {
  const { sellerId, currency } = await atDesk(c);
  const { database, configuration } = c.var.shop.platform;
  const found = await readShow(database, sellerId, idIn(c));
  if (!found) throw new Refused({ code: "NOT_YOURS" });
  const view = viewOf(c);
  const { media } = configuration;
  return await page(c, {
    ...look,
    scripts: [...look.scripts, "room.js"],
    title: found.show.title,
    status: statusOf(c, fault),
    body: (
      <DeskShowPage
        {...found}
        encoder={media && {
          server: media.publishUrl,
          madeAt: await keyMadeAt(database, found.show.id),
          stream,
        }}
        view={view}
        values={valuesOf(found.show, currency, configuration.timeZone)}
        currency={currency}
        done={doneText(c, copy(view.locale).desk.shows.done)}
        fault={fault}
      />
    ),
  });
}

function valuesOf(show: DeskShow, currency: "USD" | "KRW", zone: string): ShowValues {
  return {
    ...show,
    startsAt: show.state === "scheduled" ? wallClock(show.startsAt, zone) : undefined,
    freeShippingFrom: inputMoney(show.freeShippingFrom, currency),
  };
}
