import { untilAskedToStop } from "../edge/signals.ts";
import { openMediaServer } from "./server/open.ts";
import { readSettings } from "./server/settings.ts";

/**
 * The development media server, in a process of its own. `--attended`: it ends when its standard input
 * does, as when whoever started it is gone.
 */
const server = await openMediaServer(readSettings(Deno.env.toObject()));
const left = Deno.args.includes("--attended") ? [untilInputEnds()] : [];
await Promise.race([untilAskedToStop(), ...left]);
await server.close();
Deno.exit(0);

async function untilInputEnds(): Promise<void> {
  for await (const _ of Deno.stdin.readable);
}
