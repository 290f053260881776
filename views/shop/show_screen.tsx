import { copy } from "../copy/mod.ts";
import { Icon, type IconName } from "../kit/icon.tsx";
import type { View } from "../kit/view.ts";
import { playerWords } from "./player_words.ts";
import type { ShowPageProps } from "./show_page.tsx";
import type { Feed } from "./types.ts";

type Show = ShowPageProps["show"];

/** The moving picture of a show that is on air or to come, and nothing where there is none. */
export function ShowScreen({ view, show }: { view: View; show: Show }) {
  const { feed, state } = show;
  if (!feed || (state !== "live" && state !== "scheduled")) return null;
  return (
    <>
      {state === "live" && feed.signal !== "none" && <Unscripted show={show} feed={feed} />}
      <Screen view={view} show={show} feed={feed} />
    </>
  );
}

// What plays goes on while the page around it is drawn anew.
const kept = { "hx-morph-skip": "" };

/** What the island makes a player of. */
function Screen({ view, show, feed }: { view: View; show: Show; feed: Feed }) {
  const t = copy(view.locale).player;
  return (
    <div
      id="screen"
      class="screen scripted"
      role="group"
      aria-label={t.title}
      data-screen
      data-state={show.state}
      data-signal={feed.signal}
      data-turn={feed.turn}
      data-flv={feed.flv}
      data-hls={feed.hls}
      data-playback={`/shows/${show.id}/playback`}
      data-sampled={feed.sampled}
      data-words={playerWords(view)}
      {...kept}
    >
      <video class="screen-video" playsinline preload="none" aria-label={show.title} />
      <p class="screen-state" data-screen-state role="status">{stateWords(view, show, feed)}</p>
      <button type="button" class="screen-pill screen-unmute" data-act="unmute">
        <Icon name="muted" />
        {t.tapForSound}
      </button>
      <button type="button" class="screen-pill screen-begin" data-act="again">
        <Icon name="play" />
        {t.play}
      </button>
      <button type="button" class="screen-pill screen-again" data-act="again">{t.again}</button>
      <div class="screen-tools">
        <span class="screen-sound">
          <Tool act="mute" icon="sound" other="muted" label={t.mute} keys="m" />
          <input
            type="range"
            class="screen-volume"
            data-volume
            min="0"
            max="1"
            step="0.05"
            value="1"
            aria-label={t.volume}
          />
        </span>
        <Tool act="pause" icon="pause" other="play" label={t.pause} keys="k" />
        <Tool act="pip" icon="aside" label={t.aside} keys="i" />
        <Tool act="full" icon="full" other="small" label={t.full} keys="f" />
      </div>
    </div>
  );
}

/** Before the island has come: what it would say. */
function stateWords(view: View, { state }: Show, { signal }: Feed) {
  const { states } = copy(view.locale).player;
  if (state !== "live") return "";
  return signal === "on"
    ? states.starting
    : signal === "lost"
    ? states.reconnecting
    : states.waiting;
}

interface ToolProps {
  act: string;
  icon: IconName;
  /** The face of the button when what it does is to be undone. */
  other?: IconName;
  label: string;
  keys: string;
}

function Tool({ act, icon, other, label, keys }: ToolProps) {
  return (
    <button
      type="button"
      class="screen-tool"
      data-act={act}
      aria-label={label}
      aria-keyshortcuts={keys}
      title={label}
    >
      <Icon name={icon} />
      {other && <Icon name={other} />}
    </button>
  );
}

/** With scripts off the browser plays HLS by itself, where it can. */
function Unscripted({ show, feed }: { show: Show; feed: Feed }) {
  return (
    <noscript>
      <video
        class="screen-video screen-plain"
        src={feed.hls}
        poster={show.picture?.src}
        aria-label={show.title}
        controls
        playsinline
        preload="none"
      />
    </noscript>
  );
}
