import { type Log, RedisAway } from "../../src/platform.ts";
import { type Connection, Line } from "./line.ts";
import type { Listener } from "./requester.ts";

interface Channel {
  readonly listeners: Set<Listener>;
  /** The connection that its messages come by. */
  by?: Connection;
  /** Settles when what was asked of Redis so far is done: it takes one thing after the other. */
  turn: Promise<void>;
}

/**
 * What this process listens to, on a line of its own: Redis takes no other commands where somebody
 * listens. A new connection is told of all channels before it counts as up.
 */
export class Subscriptions {
  #channels = new Map<string, Channel>();
  #line?: Line;
  #connection?: Connection;

  constructor(private readonly url: string, private readonly log: Log) {}

  add(name: string, listener: Listener, signal: AbortSignal): void {
    if (signal.aborted) return;
    const channel = this.#channels.get(name) ?? { listeners: new Set(), turn: Promise.resolve() };
    this.#channels.set(name, channel);
    channel.listeners.add(listener);
    signal.addEventListener("abort", () => {
      channel.listeners.delete(listener);
      this.#turn(name, channel);
    });
    // Who has only just asked is told after it has said what it listens for.
    if (channel.by?.isReady) queueMicrotask(() => listener.begun());
    this.#line ??= new Line(this.url, this.log, (connection) => this.#begin(connection));
    this.#turn(name, channel);
  }

  async close(): Promise<void> {
    await this.#line?.close();
  }

  async #begin(connection: Connection) {
    this.#connection = connection;
    for (const channel of this.#channels.values()) channel.by = undefined;
    await Promise.all([...this.#channels].map(([name, channel]) => this.#turn(name, channel)));
    if (!connection.isReady) throw new RedisAway("Redis went away");
  }

  #turn(name: string, channel: Channel): Promise<void> {
    // A connection that fails here is on its way out, and the next one begins anew.
    return channel.turn = channel.turn.then(() => this.#follow(name, channel)).catch(() => {});
  }

  /** Listens, or no longer, as there are listeners by now. */
  async #follow(name: string, channel: Channel) {
    const { listeners } = channel;
    const connection = this.#connection;
    if (listeners.size === 0) {
      const { by } = channel;
      channel.by = undefined;
      await by?.unsubscribe(name);
      if (listeners.size === 0 && this.#channels.get(name) === channel) this.#channels.delete(name);
    } else if (connection && channel.by !== connection) {
      await connection.subscribe(name, (text) => listeners.forEach(({ message }) => message(text)));
      channel.by = connection;
      listeners.forEach(({ begun }) => begun());
    }
  }
}
