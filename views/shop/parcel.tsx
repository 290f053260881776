import { copy } from "../copy/mod.ts";
import { Moment } from "../kit/moment.tsx";
import type { View } from "../kit/view.ts";
import { CopyLine } from "./copy_line.tsx";

export interface ParcelFacts {
  readonly carrier: string;
  readonly tracking: string;
  /** The carrier's own page for it, where it is known. */
  readonly href?: string;
  /** ISO 8601. */
  readonly shippedAt: string;
  readonly deliveredAt?: string | null;
}

export function Parcel({ view, parcel }: { view: View; parcel: ParcelFacts }) {
  const t = copy(view.locale).order;
  return (
    <section class="panel">
      <h2>{t.parcel}</h2>
      <dl class="facts">
        <dt>{t.carrier}</dt>
        <dd>{parcel.carrier}</dd>
        <dt>{t.tracking}</dt>
        <dd>
          <CopyLine view={view} text={parcel.tracking} what={t.trackingLabel} />
        </dd>
        <dt>{t.stepShipped}</dt>
        <dd>
          <Moment view={view} at={parcel.shippedAt} />
        </dd>
      </dl>
      {parcel.href && <a href={parcel.href} rel="noreferrer" target="_blank">{t.track}</a>}
    </section>
  );
}
