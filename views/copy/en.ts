import { common } from "./en/common.ts";
import { refusals } from "./en/refusals.ts";
import { rules } from "./en/rules.ts";

export const en = { ...common, refusals, rules };

/** The shape that every language has. */
export type Copy = typeof en;
