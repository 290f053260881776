/**
 * `deno task bench room`: what it costs to tell everybody what is said, beside Socket.IO,
 * Hocuspocus and a bare broadcast. Our room is the whole application, which stores each message
 * before it is shown; the others keep nothing. `room.ts quick` runs the heaviest load alone.
 */
import { join } from "./room/joining.ts";
import type { Heard, Load } from "./room/load.ts";
import { rejoin } from "./room/rejoin.ts";
import { report, type Row } from "./room/report.ts";
import { openRoom } from "./room/stage.ts";
import { serve, type Served } from "./servers.ts";

const quick = Deno.args.includes("quick");
const heaviest = [2_000, 200] as const;
const loads = quick ? [heaviest] : [[500, 50], [500, 200], [2_000, 50], heaviest] as const;
const timed = { warmSeconds: 2, seconds: 8 };

type Entrant = Served & Partial<Pick<Load, "showId" | "tokens">>;

const oneSpeaker = ["-"];
const manySpeakers = Array<string>(150).fill("");

const entrants: Record<string, { tongue: Load["tongue"]; open(): Promise<Entrant> }> = {
  "a bare broadcast, gathered": { tongue: "bare", open: () => rival("bare", manySpeakers) },
  "our room": { tongue: "room", open: openRoom },
  "Hocuspocus, gathered": {
    tongue: "hocuspocus",
    open: () => rival("hocuspocus", oneSpeaker, { GATHER_MS: "50" }),
  },
  "Hocuspocus": { tongue: "hocuspocus", open: () => rival("hocuspocus", oneSpeaker) },
  "Socket.IO": { tongue: "socketIo", open: () => rival("socket_io", manySpeakers) },
};

const rows: Row[] = [];
for (const [sockets, messagesPerSecond] of loads) {
  for (const [name, { tongue, open }] of Object.entries(entrants)) {
    console.log(`${name}, ${sockets} sockets, ${messagesPerSecond} messages/s …`);
    const served = await open();
    const { showId = "", tokens = [], pid, origin } = served;
    const load = { ...timed, tongue, pid, sockets, messagesPerSecond, showId, tokens };
    const heard = await listen({ ...load, port: Number(new URL(origin).port) });
    rows.push({ name, sockets, messagesPerSecond, ...heard });
    await served.stop();
  }
}
const { text, faults } = await report(rows, await comeBack(), join(), timed.seconds);
if (!quick) await Deno.writeTextFile("docs/benchmarks/room.md", text);
console.log(text);
Deno.exit(faults === 0 ? 0 : 1);

async function comeBack() {
  const stage = await openRoom();
  const rejoining = await rejoin(stage);
  await stage.stop();
  return rejoining;
}

async function rival(
  name: string,
  tokens: readonly string[],
  env: Record<string, string> = {},
): Promise<Entrant> {
  return { ...await serve(`scripts/bench/room/servers/${name}.ts`, "/", env), tokens };
}

async function listen(load: Load): Promise<Heard> {
  const file = await Deno.makeTempFile();
  await Deno.writeTextFile(file, JSON.stringify(load));
  const { success, stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--allow-all", "--no-check", "--quiet", "scripts/bench/room/load.ts", file],
    stderr: "inherit",
  }).output();
  await Deno.remove(file);
  if (!success) throw new Error("the load did not come through");
  return JSON.parse(new TextDecoder().decode(stdout));
}
