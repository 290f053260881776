import { copy } from "../../copy/mod.ts";
import type { View } from "../../kit/view.ts";
import { Panel } from "../desk_page.tsx";

/** How many people watch. The room tells it to those who have scripts. */
export function AirViewers({ view }: { view: View }) {
  const t = copy(view.locale).desk.air;
  return (
    <Panel title={t.viewers}>
      <dl class="air-viewers">
        <div>
          <dt>{t.viewersNow}</dt>
          <dd id="viewers-now">–</dd>
        </div>
        <div>
          <dt>{t.viewersPeak}</dt>
          <dd id="viewers-peak">–</dd>
        </div>
      </dl>
    </Panel>
  );
}
