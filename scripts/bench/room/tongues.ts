import * as encoding from "lib0/encoding";
import { uuidv7 } from "uuidv7";
import * as Y from "yjs";
import type { Wire } from "./wire.ts";

/** How one says something to a server, and comes in. */
export interface Tongue {
  readonly path: string;
  /** Headers of the n-th socket's handshake. */
  headers(n: number): Record<string, string>;
  enter(wire: Wire): void;
  /** Answers what keeps the connection open. */
  hear?(wire: Wire, payload: Uint8Array): void;
  say(wire: Wire, text: string): void;
}

const bytes = (text: string) => new TextEncoder().encode(text);
const emptyStateVector = new Uint8Array([0]);

export function room(showId: string, tokens: readonly string[], origin: string): Tongue {
  return {
    path: `/rooms/${showId}`,
    headers: (n) => ({ origin, ...(tokens[n] && { authorization: `Bearer ${tokens[n]}` }) }),
    enter: (wire) => wire.send(syncStep1(emptyStateVector)),
    say: (wire, text) =>
      wire.send(encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, 64);
        encoding.writeVarString(encoder, JSON.stringify({ id: uuidv7(), say: text }));
      })),
  };
}

export function syncStep1(stateVector: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint8Array(encoder, stateVector);
  });
}

export const bare: Tongue = {
  path: "/",
  headers: () => ({}),
  enter: () => {},
  say: (wire, text) => wire.send(bytes(text), true),
};

export const socketIo: Tongue = {
  path: "/socket.io/?EIO=4&transport=websocket",
  headers: () => ({}),
  enter: (wire) => wire.send(bytes("40"), true),
  hear(wire, payload) {
    if (payload.length === 1 && payload[0] === 0x32) wire.send(bytes("3"), true);
  },
  say: (wire, text) => wire.send(bytes(`42["say",${JSON.stringify(asMessage(text))}]`), true),
};

/** What a message of the room carries, for servers that do not make it themselves. */
function asMessage(text: string) {
  const at = new Date().toISOString();
  return { id: uuidv7(), name: "Somebody", text, at, fromSeller: false };
}

const document_name = "show";

/** One client writes, as a server would author, and keeps a hundred messages. */
export function hocuspocus(): Tongue {
  const doc = new Y.Doc();
  const chat = doc.getArray("chat");
  const write = (wire: Wire, text: string) => {
    doc.transact(() => {
      chat.push([asMessage(text)]);
      if (chat.length > 100) chat.delete(0, chat.length - 100);
    });
    const update = Y.encodeStateAsUpdate(doc, written);
    written = Y.encodeStateVector(doc);
    wire.send(named((encoder) => {
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarUint(encoder, 2);
      encoding.writeVarUint8Array(encoder, update);
    }));
  };
  let written = Y.encodeStateVector(doc);
  return {
    path: "/",
    headers: () => ({}),
    enter(wire) {
      wire.send(named((encoder) => {
        encoding.writeVarUint(encoder, 2);
        encoding.writeVarUint(encoder, 0);
        encoding.writeVarString(encoder, "token");
      }));
      wire.send(named((encoder) => {
        encoding.writeVarUint(encoder, 0);
        encoding.writeVarUint(encoder, 0);
        encoding.writeVarUint8Array(encoder, emptyStateVector);
      }));
    },
    say: write,
  };
}

function named(write: (encoder: encoding.Encoder) => void): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarString(encoder, document_name);
    write(encoder);
  });
}
