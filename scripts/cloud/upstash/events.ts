import type { Wire } from "../../../edge/redis/requester.ts";

/** The messages of a channel as server-sent events, until the reader goes or the front closes. */
export function events(wire: Wire, channel: string, closing: AbortSignal): Response {
  const over = new AbortController();
  const text = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    start(sink) {
      const send = (line: string) => {
        if (over.signal.aborted) return;
        // A line of its own would be another event.
        sink.enqueue(text.encode(`data: ${line.replaceAll("\n", "\ndata: ")}\n\n`));
      };
      closing.addEventListener("abort", () => {
        sink.close();
        over.abort();
      }, { signal: over.signal });
      wire.subscribe(channel, {
        begun: () => send(`subscribe,${channel},1`),
        message: (message) => send(`message,${channel},${message}`),
      }, over.signal);
    },
    cancel: () => over.abort(),
  });
  return new Response(body, {
    headers: { "content-type": "text/event-stream", "cache-control": "no-cache" },
  });
}
