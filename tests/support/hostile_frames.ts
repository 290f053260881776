import * as encoding from "lib0/encoding";
import { uuidv7 } from "uuidv7";
import * as Y from "yjs";
import { room_frame_bytes_max } from "../../src/limits.ts";
import type { Live } from "../../src/room/live_state.ts";
import { frameOf, intentFrame } from "./room_peer.ts";

/** What a hostile client sends, and the code it is closed with; without one it may stay. */
export interface Attack {
  readonly what: string;
  readonly frames: readonly (Uint8Array | string)[];
  readonly code?: number;
  /** It sends its last frame over and over, for as long as it may. */
  readonly persistent?: true;
}

/** What an attacker can know of a room: its document and its awareness. */
export interface Target {
  readonly doc: Y.Doc;
  readonly states: ReadonlyMap<number, Live>;
}

const malformed = 4400;
const foreign = 4403;
const tooLarge = 4409;
const tooMuch = 4429;
const giant = Number.MAX_SAFE_INTEGER;

const bytes = (...values: number[]) => Uint8Array.from(values);
const varUints = (...values: number[]) =>
  encoding.encode((encoder) => values.forEach((value) => encoding.writeVarUint(encoder, value)));
const sync = (kind: number, payload: Uint8Array) =>
  frameOf(0, (encoder) => {
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, payload);
  });
const awareness = (...entries: [id: number, clock: number, json: string][]) =>
  frameOf(1, (encoder) =>
    encoding.writeVarUint8Array(
      encoder,
      encoding.encode((inner) => {
        encoding.writeVarUint(inner, entries.length);
        for (const [id, clock, json] of entries) {
          encoding.writeVarUint(inner, id);
          encoding.writeVarUint(inner, clock);
          encoding.writeVarString(inner, json);
        }
      }),
    ));
const intentText = (text: string) =>
  frameOf(64, (encoder) => encoding.writeVarString(encoder, text));
const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);

function forged(clientId: number, change: (doc: Y.Doc) => void, base?: Y.Doc): Y.Doc {
  const doc = new Y.Doc();
  if (base) Y.applyUpdate(doc, Y.encodeStateAsUpdate(base));
  doc.clientID = clientId;
  change(doc);
  return doc;
}

/** Everything that was thought of. */
export function attacks({ doc, states }: Target): Attack[] {
  const said = (doc: Y.Doc) => doc.getArray("chat").push([{ id: uuidv7(), n: 1, text: "forged" }]);
  const emptied = (doc: Y.Doc) => doc.getArray("chat").delete(0, doc.getArray("chat").length);
  const [author = 1] = [...Y.decodeStateVector(Y.encodeStateVector(doc)).keys()];
  const [ofRoom = 1] = states.keys();
  const update = Y.encodeStateAsUpdate(forged(7, said));
  const wrong = (what: string, ...frames: (Uint8Array | string)[]): Attack => ({
    what,
    frames,
    code: malformed,
  });
  const author_ = (what: string, frame: Uint8Array): Attack => ({
    what,
    frames: [frame],
    code: foreign,
  });
  const stays = (what: string, ...frames: Uint8Array[]): Attack => ({ what, frames });

  return [
    wrong("nothing at all", bytes()),
    wrong("text", "hello"),
    wrong("an unknown message", bytes(7)),
    wrong("a message of permissions", bytes(2, 0, 1, 65)),
    wrong("an answer, which is the server's", bytes(65, 2, 123, 125)),
    wrong("a type without end", new Uint8Array(20).fill(255)),
    wrong("a giant type", varUints(giant)),
    wrong("sync cut short", bytes(0)),
    wrong("sync without bytes", bytes(0, 0)),
    wrong("sync of an unknown kind", sync(9, bytes(0))),
    wrong("a state vector longer than its frame", bytes(0, 0, 100, 0)),
    wrong("a state vector of a giant length", varUints(0, 0, giant)),
    wrong("a state vector of a giant count", sync(0, varUints(giant))),
    wrong("a state vector cut in a pair", sync(0, varUints(2, 1, 1, 5))),
    wrong("a state vector and something more", bytes(0, 0, 1, 0, 0)),
    wrong("an update longer than its frame", bytes(0, 2, 100, 0, 0)),
    stays("a state vector of giant clocks", sync(0, varUints(2, author, giant, giant, giant))),
    stays(
      "a state vector of ten thousand strangers",
      sync(0, varUints(10_000, ...Array.from({ length: 20_000 }, (_, n) => n))),
    ),
    stays("an empty update", sync(2, bytes(0, 0)), sync(1, bytes(0, 0))),
    author_("an update of its own", sync(2, update)),
    author_("an update of its own as an answer", sync(1, update)),
    author_(
      "an update under the server's client id",
      sync(2, Y.encodeStateAsUpdate(forged(author, said))),
    ),
    author_("a deletion of everything", sync(2, Y.encodeStateAsUpdate(forged(7, emptied, doc)))),
    author_("an update of version 2", sync(2, Y.encodeStateAsUpdateV2(forged(7, said)))),
    author_("an update of giant clocks", sync(2, varUints(1, 1, author, giant, 4, 1, 0, 0, 0))),
    author_("twenty bytes of version 2", sync(2, bytes(0, 0, 5, ...Array(17).fill(255)))),
    author_("an update cut short", sync(2, update.slice(0, 5))),
    author_("an update of nothing but noise", sync(2, new Uint8Array(10_000).fill(171))),
    author_("awareness of two", awareness([1, 1, "{}"], [2, 1, "{}"])),
    {
      what: "awareness of one and then of another",
      frames: [awareness([1, 1, "{}"]), awareness([2, 1, "{}"])],
      code: foreign,
    },
    wrong("awareness cut short", bytes(1, 3, 1, 7)),
    wrong(
      "awareness of a giant count",
      frameOf(1, (encoder) => {
        encoding.writeVarUint8Array(encoder, varUints(giant));
      }),
    ),
    wrong(
      "awareness and something more",
      frameOf(1, (encoder) => {
        encoding.writeVarUint8Array(encoder, bytes(0, 0));
      }),
    ),
    wrong(
      "awareness whose state is longer than it",
      frameOf(1, (encoder) => {
        encoding.writeVarUint8Array(encoder, varUints(1, 7, 1, 1_000));
      }),
    ),
    stays("awareness of a giant clock", awareness([9, giant, "{}"])),
    stays("awareness nested deeply", awareness([9, 1, nested(50_000)])),
    stays("awareness that is no JSON", awareness([9, 1, "{{{"])),
    stays(
      "the room's own awareness, taken away and made up",
      awareness([ofRoom, giant, "null"]),
      awareness([ofRoom, giant, '{"kind":"viewers","now":1000000,"peak":1000000}']),
    ),
    wrong("an intent cut short", bytes(64, 10, 123)),
    wrong("an intent that is no JSON", intentText("{id:1}")),
    wrong("an intent that is no UTF-8", bytes(64, 2, 255, 254)),
    wrong("an intent that is a list", intentText("[]")),
    wrong("an intent that is nothing", intentText("null")),
    wrong("an intent without an id", intentFrame({ say: "hi" })),
    wrong("an intent whose id is none", intentFrame({ id: "1", say: "hi" })),
    wrong("an intent that says a number", intentFrame({ id: uuidv7(), say: 1 })),
    wrong("an intent for nothing", intentFrame({ id: uuidv7() })),
    wrong("an intent with more", intentFrame({ id: uuidv7(), say: "hi", admin: true })),
    wrong("an intent of the prototype", intentText(`{"__proto__": {"id": "${uuidv7()}"}}`)),
    wrong("an intent nested deeply", intentText(nested(3_900))),
    {
      what: "an intent nested more deeply",
      frames: [intentText(nested(100_000))],
      code: tooLarge,
    },
    {
      what: "a message of a hundred thousand characters",
      frames: [intentFrame({ id: uuidv7(), say: "x".repeat(100_000) })],
      code: tooLarge,
    },
    {
      what: "a frame that is a byte too large",
      frames: [new Uint8Array(room_frame_bytes_max + 1)],
      code: tooLarge,
    },
    {
      what: "too many frames",
      frames: [sync(0, bytes(0))],
      persistent: true,
      code: tooMuch,
    },
  ];
}
