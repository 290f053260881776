import { log } from "../edge/log.ts";
import { untilAskedToStop } from "../edge/signals.ts";
import { restream_ask_ms, restream_tick_ms } from "../src/limits.ts";
import { askShop } from "./restream/ask.ts";
import { findLeash } from "./restream/leash.ts";
import { Restreamer } from "./restream/restreamer.ts";
import { readSettings } from "./restream/settings.ts";

/**
 * The restreamer: sends shows on to where their sellers want them, as the shop says each second. It
 * knows nothing that a restart would lose; while the shop cannot be asked, what is sent goes on.
 * `--attended`: it ends when its standard input does, as when whoever started it is gone.
 */
const settings = readSettings(Deno.env.toObject());
const { caFile, privateTargets, ffmpeg, sourceUrl } = settings;
const programs = { ffmpeg, leash: await findLeash() };
const restreamer = new Restreamer({
  programs,
  caFile,
  privateTargets,
  log,
  now: () => performance.now(),
});

// A shop that is just being opened is nothing to speak of.
const unasked_said = 10;
let unasked = 0;
let stopping = false;
const ticking = setInterval(() => restreamer.tick(), restream_tick_ms);
const asking = ask();
log("info", "restream.open", { leashed: programs.leash !== undefined });
const left = Deno.args.includes("--attended") ? [untilInputEnds()] : [];
await Promise.race([untilAskedToStop(), ...left]);
stopping = true;
clearInterval(ticking);
await asking;
await restreamer.stop();
Deno.exit(0);

async function ask() {
  while (!stopping) {
    try {
      const targets = await askShop(settings, restreamer.told);
      restreamer.want(targets.map((target) => ({ ...target, source: sourceOf(target) })));
      if (unasked >= unasked_said) log("info", "restream.shop_back");
      unasked = 0;
    } catch (error) {
      if (++unasked === unasked_said) log("warn", "restream.shop_away", { error: told(error) });
    }
    await new Promise((rested) => setTimeout(rested, restream_ask_ms));
  }
}

function sourceOf({ source, showId }: { source: string; showId: string }): string {
  return sourceUrl ? `${sourceUrl}/${showId}` : source;
}

/** The token stands in the address that an error may name. */
function told(error: unknown): string {
  return String(error).replaceAll(settings.hookToken, "…").slice(0, 200);
}

async function untilInputEnds(): Promise<void> {
  for await (const _ of Deno.stdin.readable);
}
