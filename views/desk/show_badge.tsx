import { copy } from "../copy/mod.ts";
import { Badge, type BadgeTone } from "../kit/badge.tsx";
import type { View } from "../kit/view.ts";
import type { ShowState } from "../shop/types.ts";

export function ShowBadge({ view, state }: { view: View; state: ShowState }) {
  return <Badge tone={tones[state]}>{copy(view.locale).showStates[state]}</Badge>;
}

const tones: Record<ShowState, BadgeTone> = {
  scheduled: "accent",
  live: "live",
  ended: "plain",
  cancelled: "plain",
};
