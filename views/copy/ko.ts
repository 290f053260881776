import type { Copy } from "./en.ts";
import { common } from "./ko/common.ts";
import { refusals } from "./ko/refusals.ts";
import { rules } from "./ko/rules.ts";

export const ko: Copy = { ...common, refusals, rules };
