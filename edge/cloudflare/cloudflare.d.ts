/** What is used of the Workers' runtime: https://developers.cloudflare.com/workers/runtime-apis/ */

export function waitUntil(work: Promise<unknown>): void;

export class DurableObject<Bindings> {
  constructor(ctx: ObjectContext, env: Bindings);
  protected readonly ctx: ObjectContext;
  protected readonly env: Bindings;
}

export interface ObjectContext {
  readonly id: ObjectId;
  readonly storage: ObjectStorage;
  /** Nothing is delivered to the object before this is done. */
  blockConcurrencyWhile(work: () => Promise<void>): Promise<void>;
  /** Takes a socket that stays open while the object is not in memory. */
  acceptWebSocket(socket: HibernatingSocket): void;
  getWebSockets(): HibernatingSocket[];
}

/** 64 hexadecimal digits as text. */
export interface ObjectId {
  toString(): string;
}

export interface ObjectStorage {
  readonly sql: { exec(text: string, ...values: unknown[]): { toArray(): SqlRow[] } };
  transactionSync<Result>(work: () => Result): Result;
  /** @param at milliseconds since 1970 */
  setAlarm(at: number): Promise<void>;
  deleteAlarm(): Promise<void>;
}

export type SqlRow = Readonly<Record<string, string | number | null | ArrayBuffer>>;

export interface HibernatingSocket {
  readonly readyState: number;
  send(frame: Uint8Array | string): void;
  close(code: number, reason: string): void;
  /** Structured clone, of 2,048 bytes at the most. */
  serializeAttachment(value: unknown): void;
  deserializeAttachment(): unknown;
}

/** The end of a socket that was asked for here. */
export interface ClientSocket {
  binaryType: "arraybuffer" | "blob";
  accept(): void;
  send(frame: Uint8Array): void;
  close(code: number, reason: string): void;
  addEventListener(type: "message", hear: (event: { data: ArrayBuffer | string }) => void): void;
  addEventListener(type: "close" | "error", hear: (event: { code: number }) => void): void;
}

/** What is thrown when an object did not answer. */
export interface ObjectError extends Error {
  /** The object itself threw it. */
  readonly remote?: boolean;
  /** Another try may succeed. */
  readonly retryable?: boolean;
  readonly overloaded?: boolean;
}

/** The objects of one class. Their public methods can be called. */
export interface ObjectNamespace<Methods> {
  getByName(name: string): Methods & Fetcher;
  idFromName(name: string): ObjectId;
}

export interface Fetcher {
  fetch(request: Request): Promise<Response>;
}

export interface Bucket {
  put(name: string, bytes: Uint8Array): Promise<unknown>;
  get(name: string): Promise<{ arrayBuffer(): Promise<ArrayBuffer> } | null>;
  delete(name: string): Promise<void>;
}
