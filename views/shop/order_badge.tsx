import { copy } from "../copy/mod.ts";
import { Badge, type BadgeTone } from "../kit/badge.tsx";
import type { View } from "../kit/view.ts";
import type { OrderState } from "./types.ts";

export function OrderBadge({ view, state }: { view: View; state: OrderState }) {
  return <Badge tone={tones[state]}>{copy(view.locale).orderStates[state]}</Badge>;
}

const tones: Record<OrderState, BadgeTone> = {
  awaiting_payment: "warn",
  paid: "good",
  shipped: "good",
  delivered: "plain",
  cancelled: "plain",
  refunded: "plain",
};
