import { redis_message_characters_max } from "../../src/limits.ts";

/** The lines of an answer, as they come. @throws Error when one is beyond the bound */
export async function* linesOf({ body }: Response): AsyncGenerator<string> {
  let rest = "";
  for await (const text of body!.pipeThrough(new TextDecoderStream())) {
    const lines = `${rest}${text}`.split("\n");
    rest = lines.pop()!;
    if (rest.length > redis_message_characters_max) throw new Error("a line without an end");
    yield* lines;
  }
}
