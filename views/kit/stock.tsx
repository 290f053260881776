import type { low_stock_units } from "../../src/limits.ts";
import { copy } from "../copy/mod.ts";
import { Badge } from "./badge.tsx";
import type { View } from "./view.ts";

// The type holds this to the number in src/limits.ts, which views do not import.
export const few: typeof low_stock_units = 4;

/** What is left, said only when it matters: the last few units, or none. */
export function Stock({ view, available }: { view: View; available: number }) {
  const t = copy(view.locale).stock;
  if (available < 1) return <Badge>{t.soldOut}</Badge>;
  if (available <= few) return <Badge tone="warn">{t.left(available)}</Badge>;
  return null;
}
