/** Who this server is, in the words of SRS: its hooks, its API and its heartbeat say the same. */
export interface Identity {
  /** The same at every start. */
  readonly server: string;
  /** Another at every start. */
  readonly service: string;
  readonly pid: string;
}

export function identify(): Identity {
  return { server: "vid-maru", service: shortId(), pid: String(Deno.pid) };
}

/** An id as SRS makes them for clients, streams and services. */
export function shortId(): string {
  return crypto.randomUUID().replaceAll("-", "").slice(0, 12);
}
