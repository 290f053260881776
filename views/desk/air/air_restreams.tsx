import type { TargetStanding } from "../../../src/restreams/read_targets.ts";
import { copy } from "../../copy/mod.ts";
import type { View } from "../../kit/view.ts";
import { Panel } from "../desk_page.tsx";
import { TargetBadge, targetNote } from "../restreams/target_state.tsx";

/** Where the show is sent on to, and how it stands with each. Stands in `#restreams`. */
export function AirRestreams({ view, targets, owns }: {
  view: View;
  targets: readonly TargetStanding[];
  /** Theirs to change. */
  owns: boolean;
}) {
  const t = copy(view.locale).desk.restreams;
  return (
    <Panel
      title={t.title}
      aside={owns && <a class="small" href="/desk/restreams">{t.manage}</a>}
    >
      <div id="restreams" data-fresh={targets.length > 0 ? "soon" : "often"}>
        {targets.length === 0 && <p class="soft">{t.none}</p>}
        <ul class="desk-list">
          {targets.map((target) => (
            <li key={target.id}>
              <span class="desk-list-text">
                {target.name}
                <span class="soft small">{targetNote(view, target)}</span>
              </span>
              <TargetBadge view={view} target={target} />
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  );
}
