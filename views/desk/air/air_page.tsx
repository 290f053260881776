import { copy } from "../../copy/mod.ts";
import { LinkButton } from "../../kit/button.tsx";
import type { Currency, Fault, View } from "../../kit/view.ts";
import type { Message, ShowState, Signal } from "../../shop/types.ts";
import { DeskPage } from "../desk_page.tsx";
import { ShowBadge } from "../show_badge.tsx";
import { SignalBadge } from "../show_encoder.tsx";
import type { ShowProduct } from "../types.ts";
import { AirChat } from "./air_chat.tsx";
import type { TargetStanding } from "../../../src/restreams/read_targets.ts";
import { AirGoods } from "./air_goods.tsx";
import { HeldBack, HeldWords, SilencedPeople, type SilencedPerson } from "./air_people.tsx";
import { Announce, SlowMode } from "./air_pace.tsx";
import { AirRestreams } from "./air_restreams.tsx";
import { AirViewers } from "./air_viewers.tsx";

export interface AirShow {
  id: string;
  title: string;
  state: ShowState;
  slowModeSeconds: number;
  featuredProductId: string | null;
  pinned: Message | null;
  /** Absent in a shop without a media server. */
  signal?: Signal;
}

export interface AirProps {
  view: View;
  show: AirShow;
  /** Oldest first. */
  messages: readonly Message[];
  heldBack: readonly Message[];
  silenced: readonly SilencedPerson[];
  words: readonly string[];
  /** Where the shows of the shop are sent on to. */
  targets: readonly TargetStanding[];
  /** In their order. */
  products: readonly ShowProduct[];
  currency: Currency;
  /** The shop is theirs: they also decide what is featured. */
  owns: boolean;
  done?: string;
  fault?: Fault;
}

/** The on-air console: everything that moves while a show runs, for who runs it. */
export function AirPage(props: AirProps) {
  const { view, show, messages, heldBack, silenced, words, targets, products, currency, owns } =
    props;
  const { air: t, shows } = copy(view.locale).desk;
  const airing = show.state === "live" || show.state === "scheduled";
  return (
    <DeskPage
      view={view}
      title={show.title}
      beside={
        <>
          <ShowBadge view={view} state={show.state} />
          {airing && show.signal && <SignalBadge view={view} signal={show.signal} />}
        </>
      }
      lead={t.lead}
      crumbs={owns
        ? [{ text: shows.title, href: "/desk/shows" }, {
          text: show.title,
          href: `/desk/shows/${show.id}`,
        }]
        : undefined}
      actions={
        <LinkButton href={`/shows/${show.id}`} kind="secondary" size="small" icon="eye">
          {shows.open}
        </LinkButton>
      }
      done={props.done}
      fault={props.fault}
    >
      <div class="desk-columns">
        <div class="stack">
          <AirChat view={view} show={show} messages={messages} airing={airing} />
          {airing && <Announce view={view} showId={show.id} fault={props.fault} />}
        </div>
        <div class="stack" id="air-side">
          <AirViewers view={view} />
          {airing && (owns || targets.length > 0) && (
            <AirRestreams view={view} targets={targets} owns={owns} />
          )}
          <HeldBack view={view} showId={show.id} messages={heldBack} />
          <AirGoods view={view} show={show} products={products} currency={currency} owns={owns} />
          {airing && <SlowMode view={view} show={show} fault={props.fault} />}
          <SilencedPeople view={view} showId={show.id} silenced={silenced} />
          <HeldWords view={view} showId={show.id} words={words} fault={props.fault} />
        </div>
      </div>
    </DeskPage>
  );
}
