import type { ComponentChildren } from "preact";
import { Breadcrumb, type Crumb } from "../kit/breadcrumb.tsx";
import { Notice, RefusalNotice } from "../kit/notice.tsx";
import type { Fault, View } from "../kit/view.ts";

interface Props {
  view: View;
  title: string;
  /** Stands beside the title: a state, a badge. */
  beside?: ComponentChildren;
  /** Stands under the title. */
  lead?: ComponentChildren;
  /** What can be done here, as buttons. */
  actions?: ComponentChildren;
  /** The way back up; a part's own page has none. */
  crumbs?: readonly Crumb[];
  /** What was just done, in words. */
  done?: string;
  fault?: Fault;
  children: ComponentChildren;
}

/** A page of the desk: what it is, what was just done or refused, and its panels. */
export function DeskPage(props: Props) {
  const { view, title, beside, lead, actions, crumbs, done, fault, children } = props;
  return (
    <div class="desk">
      {crumbs && <Breadcrumb view={view} crumbs={crumbs} />}
      <header class="desk-head">
        <div class="desk-head-text">
          <h1>{title}</h1>
          {beside}
          {lead && <p class="desk-lead">{lead}</p>}
        </div>
        {actions && <div class="actions">{actions}</div>}
      </header>
      {done && !fault && <Notice tone="good" role="status" title={done} />}
      <RefusalNotice view={view} fault={fault} />
      {children}
    </div>
  );
}

interface PanelProps {
  title?: string;
  id?: string;
  /** Stands at the end of the title's line. */
  aside?: ComponentChildren;
  class?: string;
  children: ComponentChildren;
}

export function Panel({ title, id, aside, class: name = "", children }: PanelProps) {
  return (
    <section class={`panel desk-panel ${name}`} id={id}>
      {title && (
        <div class="desk-panel-head">
          <h2>{title}</h2>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}
