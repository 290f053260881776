import { copy } from "../copy/mod.ts";
import { Breadcrumb } from "../kit/breadcrumb.tsx";
import { Badge } from "../kit/badge.tsx";
import { clockTime } from "../kit/clock_time.ts";
import { Moment } from "../kit/moment.tsx";
import type { PictureFile, View } from "../kit/view.ts";
import { type ReplayMark, ReplayMarks } from "./replay_marks.tsx";
import type { Message } from "./types.ts";

export interface ReplayProps {
  view: View;
  show: {
    id: string;
    title: string;
    sellerName: string;
    startedAt: string | null;
    picture: PictureFile | null;
  };
  /** Where the recording of this part is. */
  src: string;
  /** Where it begins to play. */
  second: number;
  /** The number of this part, from 1. */
  part: number;
  parts: readonly { readonly seconds: number }[];
  /** Oldest first; `second` says when, within the part. */
  messages: readonly (Message & { readonly second: number })[];
  /** What was shown, from when on. */
  marks: readonly ReplayMark[];
}

/** A show that is over: its recording, and in step with it what was shown and what was said. */
export function ReplayPage(props: ReplayProps) {
  const { view, show, src, second, part, parts, messages, marks } = props;
  const t = copy(view.locale).replay;
  return (
    <article class="replay" data-replay>
      <Breadcrumb view={view} crumbs={[{ text: show.title, href: `/shows/${show.id}` }]} />
      <div class="replay-main">
        <video
          class="replay-video"
          src={second > 0 ? `${src}#t=${second}` : src}
          poster={show.picture?.src}
          aria-label={show.title}
          controls
          playsinline
          preload="metadata"
        />
        <header class="replay-head">
          <h1>{show.title}</h1>
          <p class="soft">
            {t.title} · {show.sellerName}
            {show.startedAt && (
              <>
                {" · "}
                <Moment view={view} at={show.startedAt} />
              </>
            )}
          </p>
        </header>
        <Parts view={view} showId={show.id} part={part} parts={parts} />
        <ReplayMarks view={view} showId={show.id} part={part} marks={marks} />
      </div>
      <section class="chat replay-chat" aria-labelledby="replay-chat">
        <h2 id="replay-chat">{t.chat}</h2>
        <div class="chat-log" role="group" tabindex={0} aria-labelledby="replay-chat">
          <ol data-replay-chat data-empty={messages.length === 0 ? t.chatNone : t.chatYet}>
            {messages.map((message) => <Line key={message.id} view={view} message={message} />)}
          </ol>
        </div>
      </section>
    </article>
  );
}

function Parts({ view, showId, part, parts }: Pick<ReplayProps, "view" | "part" | "parts"> & {
  showId: string;
}) {
  const t = copy(view.locale).replay;
  if (parts.length < 2) return null;
  return (
    <nav class="replay-parts" aria-label={t.parts}>
      {parts.map(({ seconds }, at) => (
        <a
          key={at}
          href={`/shows/${showId}/replay?part=${at + 1}`}
          aria-current={at + 1 === part ? "page" : undefined}
          data-next={at === part ? "" : undefined}
        >
          {t.part(at + 1)} <span class="soft">{clockTime(seconds)}</span>
        </a>
      ))}
    </nav>
  );
}

function Line({ view, message }: { view: View; message: ReplayProps["messages"][number] }) {
  const t = copy(view.locale).chat;
  const { kind, name, text, fromSeller, second } = message;
  return (
    <li class={kind === "announced" ? "message message-announced" : "message"} data-second={second}>
      <span class="message-name">{name}</span>
      {fromSeller && <Badge tone="accent">{t.seller}</Badge>}
      {kind === "announced" && <Badge tone="warn">{t.announced}</Badge>}
      <span class="message-at">{clockTime(second)}</span>
      <span class="message-text">{text}</span>
    </li>
  );
}
