import { type Offer, offersWhere } from "../catalog/offers.ts";
import type { Database } from "../platform.ts";
import { type Show, showsWhere } from "../shows/shows.ts";
import { chatItem } from "./document.ts";
import type { LiveProduct, LiveShow, LiveState } from "./live_state.ts";

/** What the database says of a show and its products, with the versions that it gave them. */
export interface Stage {
  readonly show: Show & { readonly version: number };
  readonly offers: readonly Offer[];
  /** By variant. */
  readonly versions: Readonly<Record<string, number>>;
}

/** Reads what everybody in a room sees; undefined: the show is not to be seen any more. */
export async function readStage(database: Database, showId: string): Promise<Stage | undefined> {
  const [row] = await database.query<
    {
      show: Stage["show"] | null;
      offers: Offer[] | null;
      versions: Record<string, number> | null;
    }
  >(read_stage, [showId], { name: "read_stage" });
  return row?.show
    ? { show: row.show, offers: row.offers ?? [], versions: row.versions ?? {} }
    : undefined;
}

/** Puts the stage into the live state. */
export function tellStage(state: LiveState, { show, offers, versions }: Stage): void {
  state.tell(liveShow(show));
  const gone = new Set(state.products);
  for (const offer of offers) {
    gone.delete(offer.id);
    state.tell(liveProduct(offer, versions));
  }
  gone.forEach((id) => state.withdraw(id));
}

function liveShow(show: Stage["show"]): LiveShow {
  return {
    kind: "show",
    version: show.version,
    state: show.state,
    title: show.title,
    notice: show.notice,
    featuredProductId: show.featuredProductId,
    pinned: show.pinned && chatItem(show.pinned),
    slowModeSeconds: show.slowModeSeconds,
    signal: show.signal,
    turn: show.turn,
  };
}

function liveProduct(offer: Offer, versions: Stage["versions"]): LiveProduct {
  return {
    kind: "product",
    id: offer.id,
    name: offer.name,
    position: offer.position,
    currency: offer.currency,
    originalPrice: offer.originalPrice ?? null,
    isNew: offer.isNew,
    picture: offer.pictures[0] ?? null,
    onSale: offer.onSale,
    unitsMost: offer.unitsMost,
    variants: offer.variants.map((variant) => ({
      ...variant,
      version: versions[variant.id] ?? 0,
    })),
  };
}

const read_stage = `
  select
    (select to_jsonb(show) || jsonb_build_object('version', (select version from shows where id = $1))
     from (${showsWhere("w.id = $1")}) show) as show,
    (select jsonb_agg(to_jsonb(offer) order by offer.position, offer.id)
     from (${offersWhere("p.show_id = $1")}) offer) as offers,
    (select jsonb_object_agg(v.id, v.version)
     from products p join variants v on v.product_id = p.id
     where p.show_id = $1 and p.deleted_at is null) as versions`;
