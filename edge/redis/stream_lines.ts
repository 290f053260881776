import { redis_message_characters_max } from "../../src/limits.ts";

/**
 * The lines of an answer, as they come, until the signal.
 * @throws Error when one is beyond the bound
 */
export async function* linesOf({ body }: Response, until: AbortSignal): AsyncGenerator<string> {
  const reader = body!.getReader();
  // Cancelled, not aborted: a body that is aborted between two reads can keep its connection.
  const stop = () => void reader.cancel().catch(() => {});
  until.addEventListener("abort", stop);
  if (until.aborted) stop();
  const text = new TextDecoder();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const lines = `${rest}${text.decode(value, { stream: true })}`.split("\n");
      rest = lines.pop()!;
      if (rest.length > redis_message_characters_max) throw new Error("a line without an end");
      yield* lines;
    }
  } finally {
    until.removeEventListener("abort", stop);
    stop();
  }
}
