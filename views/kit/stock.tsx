import { copy } from "../copy/mod.ts";
import { Badge } from "./badge.tsx";
import { few } from "./few.ts";
import type { View } from "./view.ts";

export { few };

/** What is left, said only when it matters: the last few units, or none. */
export function Stock({ view, available }: { view: View; available: number }) {
  const t = copy(view.locale).stock;
  if (available < 1) return <Badge>{t.soldOut}</Badge>;
  if (available <= few) return <Badge tone="warn">{t.left(available)}</Badge>;
  return null;
}
