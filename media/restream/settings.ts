import * as z from "zod";

const flag = z.enum(["on", "off", "true", "false", "1", "0"]).default("off")
  .transform((text) => ["on", "true", "1"].includes(text));

const Variables = z.object({
  SHOP_URL: z.url({ protocol: /^https?$/ }).transform((text) => new URL(text).origin)
    .default("http://127.0.0.1:8000"),
  MEDIA_HOOK_TOKEN: z.string().regex(/^[\w.~-]{16,200}$/),
  MEDIA_SOURCE_URL: z.url({ protocol: /^rtmps?$/ }).transform((text) => text.replace(/\/+$/, ""))
    .optional(),
  MEDIA_TARGETS_PRIVATE: flag,
  MEDIA_CA_FILE: z.string().optional(),
  FFMPEG: z.string().default("ffmpeg"),
});

export interface Settings {
  /** Origin of the shop, as this process reaches it. */
  readonly shopUrl: string;
  readonly hookToken: string;
  /** Where pictures are read from, when that is not where sellers publish them. */
  readonly sourceUrl?: string;
  readonly privateTargets: boolean;
  readonly caFile?: string;
  readonly ffmpeg: string;
}

/** @throws Error naming every variable that is wrong; values are not told */
export function readSettings(variables: Record<string, string | undefined>): Settings {
  const set = Object.fromEntries(Object.entries(variables).filter(([, value]) => value));
  const read = Variables.safeParse(set);
  if (!read.success) {
    const names = new Set(read.error.issues.map(({ path }) => String(path[0])));
    throw new Error(`The environment is not right: ${[...names].join(", ")} (docs/media.md).`);
  }
  const all = read.data;
  return {
    shopUrl: all.SHOP_URL,
    hookToken: all.MEDIA_HOOK_TOKEN,
    sourceUrl: all.MEDIA_SOURCE_URL,
    privateTargets: all.MEDIA_TARGETS_PRIVATE,
    caFile: all.MEDIA_CA_FILE,
    ffmpeg: all.FFMPEG,
  };
}
