import type { TargetStanding } from "../../../src/restreams/read_targets.ts";
import { copy } from "../../copy/mod.ts";
import { Button } from "../../kit/button.tsx";
import { Empty } from "../../kit/empty.tsx";
import { Form } from "../../kit/form.tsx";
import { Notice } from "../../kit/notice.tsx";
import type { Fault, View } from "../../kit/view.ts";
import { Confirm, Disclosure } from "../confirm.tsx";
import { DeskPage, Panel } from "../desk_page.tsx";
import { TargetFields } from "./target_fields.tsx";
import { TargetBadge, targetNote } from "./target_state.tsx";
import { TargetSwitch } from "./target_switch.tsx";

export interface RestreamsProps {
  view: View;
  /** Oldest first. */
  targets: readonly TargetStanding[];
  /** The shop has no media server. */
  without: boolean;
  done?: string;
  fault?: Fault;
  /** The form that was refused: `new`, or the id of its target. */
  at?: string;
}

/** Where a seller's shows are sent on to. */
export function RestreamsPage({ view, targets, without, done, fault, at }: RestreamsProps) {
  const t = copy(view.locale).desk.restreams;
  return (
    <DeskPage view={view} title={t.title} lead={t.lead} done={done} fault={fault}>
      {without && <Notice tone="warn" title={t.without} />}
      {targets.length === 0 && <Empty icon="send" title={t.empty} text={t.emptyText} />}
      <div class="restreams" id="restreams">
        {targets.map((target) => (
          <TargetPanel
            key={target.id}
            view={view}
            target={target}
            fault={at === target.id ? fault : undefined}
          />
        ))}
        <Panel title={t.add} id="add">
          <Form view={view} action="/desk/restreams" class="stack">
            <TargetFields view={view} fault={at === "new" ? fault : undefined} />
            <div class="actions">
              <Button icon="plus">{t.addNow}</Button>
            </div>
          </Form>
        </Panel>
      </div>
    </DeskPage>
  );
}

function TargetPanel({ view, target, fault }: {
  view: View;
  target: TargetStanding;
  fault?: Fault;
}) {
  const { restreams: t, save } = copy(view.locale).desk;
  const { id, name, service, url, sound } = target;
  return (
    <Panel
      title={name}
      id={`target-${id}`}
      aside={
        <span id={`state-${id}`} data-fresh="soon">
          <TargetBadge view={view} target={target} />
        </span>
      }
    >
      <p class="restream-facts soft small">
        <span>{t.services[service]} · {t.sound}: {t.sounds[sound]} · {t.keyKept}</span>
        <span class="restream-server">{url.split("?")[0]}</span>
      </p>
      <p class="restream-note small" id={`note-${id}`} data-fresh="soon">
        {targetNote(view, target)}
      </p>
      <div class="restream-acts">
        <div id={`switch-${id}`} data-fresh="soon">
          <TargetSwitch view={view} target={target} />
        </div>
        <Disclosure title={t.change} open={fault !== undefined}>
          <Form view={view} action={`/desk/restreams/${id}`} class="stack">
            <TargetFields view={view} target={target} fault={fault} />
            <div class="actions">
              <Button kind="secondary">{save}</Button>
            </div>
          </Form>
        </Disclosure>
        <Confirm
          view={view}
          action={`/desk/restreams/${id}/deletion`}
          title={t.delete}
          text={t.deleteText}
          now={t.deleteNow}
          icon="trash"
        />
      </div>
    </Panel>
  );
}
