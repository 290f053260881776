import { uuidv7 } from "uuidv7";
import * as Y from "yjs";
import { ChatDocument } from "../../../src/room/document.ts";

/** What somebody gets who joins a room in which much was said. */
export interface Joining {
  readonly messages: number;
  readonly bytes: number;
  /** Milliseconds until the document is there, in the middle of several readers. */
  readonly decode_ms: number;
}

const messages = 100_000;
const readers = 21;

export function join(): Joining {
  const chat = new ChatDocument();
  const at = Math.floor(Date.now() / 1000);
  for (let n = 1; n <= messages; n++) {
    const said = { name: "Somebody", text: "x".repeat(120) };
    chat.author({ add: [{ ...said, id: uuidv7(), n, at }] });
  }
  const update = chat.missing();
  const took = Array.from({ length: readers }, () => {
    const began = performance.now();
    Y.applyUpdate(new Y.Doc(), update);
    return performance.now() - began;
  }).sort((one, other) => one - other);
  return { messages, bytes: update.length, decode_ms: took[readers >> 1]! };
}
