import { copy } from "../copy/mod.ts";
import { Badge } from "../kit/badge.tsx";
import { LinkButton } from "../kit/button.tsx";
import { Countdown } from "../kit/countdown.tsx";
import { Icon } from "../kit/icon.tsx";
import { Moment } from "../kit/moment.tsx";
import { formatMoney } from "../kit/money.tsx";
import { Picture } from "../kit/picture.tsx";
import type { View } from "../kit/view.ts";
import { ShowScreen } from "./show_screen.tsx";
import type { ShowPageProps } from "./show_page.tsx";

type Show = ShowPageProps["show"];

/** Where the picture plays, with what the show is written over it. */
export function ShowStage({ view, show }: { view: View; show: Show }) {
  const t = copy(view.locale);
  return (
    <section class="player" aria-labelledby="show-title">
      <Picture file={show.picture} shape="tall" eager instead={show.title} />
      <ShowScreen view={view} show={show} />
      <div class="player-top">
        <span data-show-state={show.state}>
          <Badge tone={show.state === "live" ? "live" : "plain"}>{t.showStates[show.state]}</Badge>
        </span>
        <Viewers view={view} viewers={show.state === "live" ? show.viewers : undefined} />
      </div>
      <div class="player-bottom">
        <div data-toasts aria-live="polite" {...kept} />
        <p class="player-seller">{show.sellerName}</p>
        <h1 id="show-title" class="player-title">{show.title}</h1>
        <StateLine view={view} show={show} />
        <FreeShipping view={view} rule={show.freeShipping} />
        {show.description && (
          <details class="player-more">
            <summary>{t.product.details}</summary>
            <p class="prose-plain">{show.description}</p>
          </details>
        )}
      </div>
    </section>
  );
}

// The room counts them: a page that is drawn anew leaves it alone.
const kept = { "hx-morph-skip": "" };

/** People watching now. Stands in `#viewers`. */
export function Viewers({ view, viewers }: { view: View; viewers?: number }) {
  return (
    <span id="viewers" class="stage-viewers" hidden={viewers === undefined} {...kept}>
      <Icon name="eye" />
      <span data-viewers>
        {viewers !== undefined &&
          copy(view.locale).show.viewers(viewers.toLocaleString(view.locale))}
      </span>
    </span>
  );
}

function StateLine({ view, show }: { view: View; show: Show }) {
  const t = copy(view.locale).show;
  switch (show.state) {
    case "live":
      return null;
    case "scheduled":
      return (
        <div class="player-state">
          <p>
            {t.startsAt} <Moment view={view} at={show.startsAt} />
          </p>
          <Countdown view={view} deadline={show.startsAt} />
          <p class="small">{t.soonText}</p>
        </div>
      );
    case "ended":
      return (
        <div class="player-state">
          <p>
            {t.over}
            {show.endedAt && (
              <>
                {" · "}
                <Moment view={view} at={show.endedAt} />
              </>
            )}
          </p>
          <p class="small">{t.overText}</p>
          {show.hasReplay && (
            <LinkButton href={`/shows/${show.id}/replay`} icon="play">
              {copy(view.locale).replay.watch}
            </LinkButton>
          )}
        </div>
      );
    case "cancelled":
      return (
        <div class="player-state">
          <p>{t.off}</p>
          <p class="small">{t.offText}</p>
        </div>
      );
  }
}

function FreeShipping({ view, rule }: { view: View; rule: Show["freeShipping"] }) {
  const t = copy(view.locale).show.freeShipping;
  if (rule === "never") return null;
  return (
    <p class="player-shipping">
      <Icon name="truck" />
      {rule === "always" ? t.always : t.threshold(formatMoney(view.locale, rule.from))}
    </p>
  );
}
