import type { low_stock_units } from "../../src/limits.ts";

/** So many units and fewer are said. The type holds this to src/limits.ts, which views do not import. */
export const few: typeof low_stock_units = 4;
