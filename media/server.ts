import { openMediaServer } from "./server/open.ts";
import { readSettings } from "./server/settings.ts";
import { untilAskedToStop } from "../edge/signals.ts";

/** The development media server, in a process of its own. */
const server = await openMediaServer(readSettings(Deno.env.toObject()));
await untilAskedToStop();
await server.close();
Deno.exit(0);
