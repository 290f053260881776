/** Everybody who watches, in a process of their own: `load.ts <file>` prints what they got. */
import { bare, hocuspocus, room, socketIo, type Tongue } from "./tongues.ts";
import { Wire } from "./wire.ts";
import { cpuSeconds, memory } from "../process.ts";

export interface Load {
  readonly tongue: "room" | "bare" | "socketIo" | "hocuspocus";
  readonly port: number;
  /** The server's process, whose time and memory are read. */
  readonly pid: number;
  readonly sockets: number;
  readonly messagesPerSecond: number;
  readonly warmSeconds: number;
  readonly seconds: number;
  readonly showId: string;
  /** Who may speak; each says something every second at most. */
  readonly tokens: readonly string[];
}

export interface Heard {
  readonly said: number;
  readonly delivered: number;
  /** Of what should have been delivered, 0 to 1. */
  readonly share: number;
  readonly p50: number;
  readonly p99: number;
  readonly cpuSeconds: number;
  readonly bytesPerDelivery: number;
  readonly kilobytesPerSocket: number;
}

const opened_at_once = 50;
const sampled = 20;
const star = new TextEncoder().encode("★");

if (import.meta.main) {
  const load: Load = JSON.parse(await Deno.readTextFile(Deno.args[0]!));
  console.log(JSON.stringify(await listen(load)));
  Deno.exit(0);
}

async function listen(load: Load): Promise<Heard> {
  const { port, pid, sockets, messagesPerSecond, warmSeconds, seconds } = load;
  const tongue = tongueOf(load);
  let delivered = 0;
  const took: number[] = [];
  const saidAt: number[] = [];
  let first = Infinity;
  const memoryBefore = await memory(pid);

  const wires: Wire[] = [];
  while (wires.length < sockets) {
    const more = Math.min(opened_at_once, sockets - wires.length);
    const opening = Array.from({ length: more }, (_, at) => open(wires.length + at));
    wires.push(...await Promise.all(opening));
  }
  await pause(1);
  const memoryAfter = await memory(pid);

  // One word a message, 120 bytes with it.
  let said = 0;
  const speakers = Math.min(sockets, Math.max(1, load.tokens.length));
  async function speak(until: number) {
    const began = performance.now();
    const before = said;
    while (performance.now() < until) {
      const due = before + Math.floor((performance.now() - began) / 1000 * messagesPerSecond);
      while (said < due) {
        saidAt.push(performance.now());
        tongue.say(wires[said % speakers]!, `★${said}:`.padEnd(118, "x"));
        said++;
      }
      await new Promise((soon) => setTimeout(soon, 2));
    }
  }

  await speak(performance.now() + warmSeconds * 1000);
  await pause(0.5);
  first = said;
  const bytesBefore = wires.reduce((sum, wire) => sum + wire.bytes, 0);
  const cpuBefore = await cpuSeconds(pid);
  await speak(performance.now() + seconds * 1000);
  await pause(2);
  const cpu = await cpuSeconds(pid) - cpuBefore;
  const bytes = wires.reduce((sum, wire) => sum + wire.bytes, 0) - bytesBefore;
  const sorted = took.sort((a, b) => a - b);
  return {
    said: said - first,
    delivered,
    share: delivered / ((said - first) * sockets),
    p50: sorted[Math.floor(sorted.length * 0.5)] ?? NaN,
    p99: sorted[Math.floor(sorted.length * 0.99)] ?? NaN,
    cpuSeconds: cpu,
    bytesPerDelivery: bytes / delivered,
    kilobytesPerSocket: (memoryAfter - memoryBefore) / sockets,
  };

  async function open(n: number) {
    const samples = n % Math.ceil(sockets / sampled) === 0;
    const wire: Wire = await Wire.open(port, tongue.path, tongue.headers(n), (payload) => {
      if (!payload) return;
      tongue.hear?.(wire, payload);
      const now = performance.now();
      for (let at = next(payload, 0); at >= 0; at = next(payload, at + 3)) {
        const number = numberAt(payload, at + 3);
        if (number < first) continue;
        delivered++;
        if (samples) took.push(now - saidAt[number]!);
      }
    });
    tongue.enter(wire);
    return wire;
  }
}

function numberAt(payload: Uint8Array, at: number): number {
  let number = 0;
  for (let digit = payload[at]! - 48; digit >= 0 && digit <= 9; digit = payload[++at]! - 48) {
    number = number * 10 + digit;
  }
  return number;
}

/** Where the next message begins. */
function next(payload: Uint8Array, from: number): number {
  for (let at = payload.indexOf(star[0]!, from); at >= 0; at = payload.indexOf(star[0]!, at + 1)) {
    if (payload[at + 1] === star[1] && payload[at + 2] === star[2]) return at;
  }
  return -1;
}

function tongueOf({ tongue, showId, tokens, port }: Load): Tongue {
  switch (tongue) {
    case "room":
      return room(showId, tokens, `http://127.0.0.1:${port}`);
    case "bare":
      return bare;
    case "socketIo":
      return socketIo;
    case "hocuspocus":
      return hocuspocus();
  }
}

function pause(seconds: number) {
  return new Promise((over) => setTimeout(over, seconds * 1000));
}
