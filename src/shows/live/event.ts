/** What a page that follows a show is told; `views/islands/live.ts` knows what to do with each. */
export type EventName = "fragment" | "chat" | "gone" | "reload";

export interface LiveEvent {
  readonly name: EventName;
  /** The element that it is about; of two about the same element the later one is true. */
  readonly about: string;
  /** HTML, or the id of what is gone. */
  readonly text: string;
}

const encoder = new TextEncoder();

/** Events as they travel in a `text/event-stream`. */
export function encode(events: readonly LiveEvent[]): Uint8Array {
  return encoder.encode(events.map(lines).join(""));
}

// A lone carriage return ends a line here, too: text that holds one must not end the event.
function lines({ name, text }: LiveEvent) {
  const data = text.split(/\r\n|\r|\n/).map((line) => `data: ${line}\n`).join("");
  return `event: ${name}\n${data}\n`;
}

/** A comment, which keeps the connection open and finds out whether anybody is there. */
export const heartbeat: Uint8Array = encoder.encode(": still here\n\n");
