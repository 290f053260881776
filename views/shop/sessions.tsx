import { copy } from "../copy/mod.ts";
import { Badge } from "../kit/badge.tsx";
import { Button } from "../kit/button.tsx";
import { Form } from "../kit/form.tsx";
import { Moment } from "../kit/moment.tsx";
import type { View } from "../kit/view.ts";

export interface Device {
  readonly id: string;
  /** `"Chrome, Windows"`, or empty. */
  readonly device: string;
  /** ISO 8601. */
  readonly usedAt: string;
  readonly createdAt: string;
  /** The one that asks. */
  readonly current: boolean;
}

export function Sessions({ view, devices }: { view: View; devices: readonly Device[] }) {
  const t = copy(view.locale).sessions;
  return (
    <div class="narrow">
      <div class="page-head">
        <h1>{t.title}</h1>
        <p class="soft">{t.lead}</p>
      </div>
      <div class="stack">
        <ul class="panel lines">
          {devices.map((device) => <DeviceRow key={device.id} view={view} device={device} />)}
        </ul>
        <Form view={view} action="/sessions/revocation" class="actions">
          <Button kind="danger">{t.revokeAll}</Button>
          <span class="soft small">{t.revokeAllText}</span>
        </Form>
      </div>
    </div>
  );
}

function DeviceRow({ view, device }: { view: View; device: Device }) {
  const t = copy(view.locale).sessions;
  const name = device.device || t.unknown;
  return (
    <li class="device">
      <div class="line-text">
        <h2 class="line-name">
          {name} {device.current && <Badge tone="good">{t.current}</Badge>}
        </h2>
        <p class="soft small">
          {t.lastUse} <Moment view={view} at={device.usedAt} /> · {t.since}{" "}
          <Moment view={view} at={device.createdAt} style="day" />
        </p>
      </div>
      <Form view={view} action={`/sessions/${device.id}/revocation`}>
        <Button kind="secondary" size="small" label={t.revokeOf(name)}>{t.revoke}</Button>
      </Form>
    </li>
  );
}
