import { copy } from "../copy/mod.ts";
import { Badge, type BadgeTone } from "../kit/badge.tsx";
import { Button } from "../kit/button.tsx";
import { Form } from "../kit/form.tsx";
import { Moment } from "../kit/moment.tsx";
import { Notice } from "../kit/notice.tsx";
import { Qr } from "../kit/qr.tsx";
import type { View } from "../kit/view.ts";
import { CopyLine } from "../shop/copy_line.tsx";
import type { Signal } from "../shop/types.ts";
import { Confirm, Disclosure } from "./confirm.tsx";
import { Panel } from "./desk_page.tsx";
import type { DeskShow } from "./types.ts";

/** What a show is published with. */
export interface Encoder {
  /** `rtmp://media.example/live` */
  readonly server: string;
  /** When the key was made, ISO 8601. */
  readonly madeAt: string | null;
  /** The stream key as an encoder wants it: there in the answer that made it, and never again. */
  readonly stream?: string;
}

interface Props {
  view: View;
  show: DeskShow;
  encoder: Encoder;
}

/** Everything that the seller's encoder is to be told. */
export function ShowEncoder({ view, show, encoder }: Props) {
  const t = copy(view.locale).desk.encoder;
  if (show.state !== "scheduled" && show.state !== "live") return null;
  return (
    <Panel
      title={t.title}
      id="encoder"
      aside={<SignalBadge view={view} signal={show.signal} />}
    >
      <dl class="facts desk-encoder">
        <dt>{t.server}</dt>
        <dd>
          <CopyLine view={view} text={encoder.server} what={t.server} />
        </dd>
        <dt>{t.key}</dt>
        <dd>
          <Key view={view} encoder={encoder} />
        </dd>
      </dl>
      {encoder.stream && <Once view={view} address={`${encoder.server}/${encoder.stream}`} />}
      <Making view={view} show={show} encoder={encoder} />
      <Disclosure title={t.values}>
        <Values view={view} />
      </Disclosure>
    </Panel>
  );
}

const tones: Record<Signal, BadgeTone> = { none: "plain", on: "good", lost: "warn" };

/** How it stands with the picture. Stands in `#signal`. */
export function SignalBadge({ view, signal }: { view: View; signal: Signal }) {
  return (
    <span id="signal" data-fresh role="status">
      <Badge tone={tones[signal]}>{copy(view.locale).desk.encoder.signals[signal]}</Badge>
    </span>
  );
}

function Key({ view, encoder: { madeAt, stream } }: Omit<Props, "show">) {
  const t = copy(view.locale).desk.encoder;
  if (stream) return <CopyLine view={view} text={stream} what={t.key} />;
  if (!madeAt) return <>{t.none}</>;
  return (
    <>
      {t.made} <Moment view={view} at={madeAt} />
    </>
  );
}

/** What belongs to a key that can be seen now. */
function Once({ view, address }: { view: View; address: string }) {
  const t = copy(view.locale).desk.encoder;
  return (
    <>
      <Notice tone="warn" title={t.once} />
      <Disclosure title={t.qr}>
        <Qr text={address} label={t.qrLabel} />
        <p class="small soft">{t.qrText}</p>
      </Disclosure>
    </>
  );
}

function Making({ view, show, encoder }: Props) {
  const t = copy(view.locale).desk.encoder;
  const action = `/desk/shows/${show.id}/publish-keys#encoder`;
  if (encoder.madeAt || encoder.stream) {
    return (
      <Confirm
        view={view}
        action={action}
        title={t.replace}
        text={t.replaceText}
        now={t.replaceNow}
        kind="secondary"
      />
    );
  }
  return (
    <Form view={view} action={action} class="stack">
      <p class="small soft">{t.makeText}</p>
      <div class="actions">
        <Button kind="secondary">{t.make}</Button>
      </div>
    </Form>
  );
}

function Values({ view }: { view: View }) {
  const { recommended } = copy(view.locale).desk.encoder;
  return (
    <dl class="facts small">
      {recommended.map(([name, value]) => (
        <>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
  );
}
