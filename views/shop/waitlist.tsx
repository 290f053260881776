import { copy } from "../copy/mod.ts";
import { Badge } from "../kit/badge.tsx";
import { Button, LinkButton } from "../kit/button.tsx";
import { Empty } from "../kit/empty.tsx";
import { Form } from "../kit/form.tsx";
import { Moment } from "../kit/moment.tsx";
import { RefusalNotice } from "../kit/notice.tsx";
import { Picture } from "../kit/picture.tsx";
import type { Fault, PictureFile, View } from "../kit/view.ts";

export interface WaitLine {
  readonly holdId: string;
  readonly productId: string;
  readonly name: string;
  readonly options: string;
  readonly picture?: PictureFile | null;
  readonly quantity: number;
  /** From 1. */
  readonly place: number;
  /** ISO 8601. */
  readonly since: string;
}

export interface WaitlistProps {
  view: View;
  lines: readonly WaitLine[];
  fault?: Fault;
}

export function Waitlist({ view, lines, fault }: WaitlistProps) {
  const { waitlist: t, home } = copy(view.locale);
  return (
    <div class="narrow">
      <div class="page-head">
        <h1>{t.title}</h1>
        {lines.length > 0 && <p class="soft">{t.lead}</p>}
      </div>
      <RefusalNotice view={view} fault={fault} />
      {lines.length === 0
        ? (
          <Empty icon="line" title={t.empty} text={t.emptyText}>
            <LinkButton href="/store" kind="secondary">{home.goToStore}</LinkButton>
          </Empty>
        )
        : (
          <ul class="panel lines">
            {lines.map((line) => <WaitRow key={line.holdId} view={view} line={line} />)}
          </ul>
        )}
    </div>
  );
}

function WaitRow({ view, line }: { view: View; line: WaitLine }) {
  const t = copy(view.locale).waitlist;
  const { holdId, productId, name, options, picture, quantity, place, since } = line;
  const called = options ? `${name}, ${options}` : name;
  return (
    <li class="line line-plain" id={`hold-${holdId}`}>
      <Picture file={picture && { ...picture, alt: "" }} instead={name} class="line-picture" />
      <div class="line-text">
        <h2 class="line-name">
          <a href={`/products/${productId}`}>{name}</a>
        </h2>
        <p class="soft small">
          {[options, t.units(quantity)].filter(Boolean).join(" · ")}
        </p>
        <p>
          <Badge tone="accent">{t.place(place)}</Badge>{" "}
          <span class="small">{t.ahead(place - 1)}</span>
        </p>
        <p class="soft small">
          {t.since} <Moment view={view} at={since} />
        </p>
      </div>
      <div class="line-forms">
        <Form view={view} action={`/holds/${holdId}/release`}>
          <input type="hidden" name="from" value="/waitlist" />
          <Button kind="quiet" size="small" label={t.leaveOf(called)}>{t.leave}</Button>
        </Form>
      </div>
    </li>
  );
}
