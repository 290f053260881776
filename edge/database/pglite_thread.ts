import { Duplex } from "node:stream";
import { Worker } from "node:worker_threads";

/** Where the database is: a folder, or memory alone. A snapshot fills one that is new. */
export interface Whereabouts {
  readonly folder?: string;
  readonly snapshot?: Uint8Array<ArrayBuffer>;
}

// Between threads bytes go as bare buffers, handed over: Deno looks into every byte of a Uint8Array
// that it receives, a megabyte in 0.15 s.

/** What the thread is asked: to open, to pass bytes of the protocol on, to dump itself, to close. */
export type Order =
  | { readonly open: { readonly folder?: string; readonly snapshot?: ArrayBuffer } }
  | { readonly bytes: ArrayBuffer }
  | { readonly dump: true }
  | { readonly close: true };

/** What the thread answers. */
export type Report =
  | { readonly opened: true }
  | { readonly bytes: ArrayBuffer }
  | { readonly dumped: ArrayBuffer }
  | { readonly closed: true }
  | { readonly failed: string };

// The bundle for Node lies beside a bundle of the worker.
const worker = new URL(
  import.meta.url.endsWith(".ts") ? "./pglite_worker.ts" : "./pglite_worker.mjs",
  import.meta.url,
);

/**
 * A connection to a PGlite in a worker, for `pg` to speak over: it carries PostgreSQL's protocol as
 * a socket would, so both databases share everything above it. The worker lives as long as the
 * connection does.
 */
export class PgliteThread extends Duplex {
  #worker?: Worker;
  #told?: (report: Report) => void;

  /** Settles when the worker has ended, well or badly. */
  readonly ended: Promise<void> = new Promise((end) => this.once("close", end));

  /** @param predecessor of two workers on one folder, the second waits for the first to end */
  constructor(readonly whereabouts: Whereabouts, readonly predecessor?: PgliteThread) {
    super();
  }

  // What `pg` calls on a socket.
  connect(): this {
    Promise.resolve(this.predecessor?.ended).then(() => this.#start());
    return this;
  }
  setNoDelay(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }

  /** The whole database as a tar archive. Nothing else may be under way. */
  async dump(): Promise<Uint8Array<ArrayBuffer>> {
    const report = await this.#ask({ dump: true });
    if (!("dumped" in report)) throw new Error("PGlite could not dump itself");
    return new Uint8Array(report.dumped);
  }

  #start(): void {
    this.#worker = new Worker(worker);
    this.#worker.on("message", (report: Report) => this.#hear(report));
    this.#worker.on("error", (error: Error) => this.destroy(error));
    this.#worker.on("exit", () => this.destroy(new Error("Connection terminated: PGlite ended")));
    const snapshot = this.whereabouts.snapshot?.slice().buffer;
    this.#order({ open: { ...this.whereabouts, snapshot } }, snapshot);
  }

  #order(order: Order, handedOver?: ArrayBuffer): void {
    this.#worker?.postMessage(order, handedOver ? [handedOver] : []);
  }

  #hear(report: Report): void {
    if ("opened" in report) this.emit("connect");
    else if ("bytes" in report) this.push(new Uint8Array(report.bytes));
    else if ("failed" in report) this.destroy(new Error(report.failed));
    else this.#told?.(report);
  }

  #ask(order: Order): Promise<Report> {
    return new Promise((told) => {
      this.#told = told;
      this.#order(order);
    });
  }

  override _read(): void {}

  override _write(chunk: Uint8Array, _encoding: string, done: () => void): void {
    this.#send([chunk]);
    done();
  }

  override _writev(chunks: { chunk: Uint8Array }[], done: () => void): void {
    this.#send(chunks.map(({ chunk }) => chunk));
    done();
  }

  /** One message for all that was written together: each costs a round trip between threads. */
  #send(chunks: readonly Uint8Array[]): void {
    const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
    let at = 0;
    for (const chunk of chunks) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
    this.#order({ bytes: bytes.buffer }, bytes.buffer);
  }

  override _final(done: () => void): void {
    this.#ask({ close: true }).then(() => {
      this.push(null);
      done();
    });
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#worker?.removeAllListeners("exit");
    Promise.resolve(this.#worker?.terminate()).finally(() => done(error));
  }
}
