import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import * as z from "zod";
import type { Refusal } from "../errors.ts";
import { room_frame_bytes_max, room_intent_characters_max } from "../limits.ts";

/**
 * What travels at `/rooms/<show id>`, one message a frame: the sync and awareness of y-websocket,
 * and two messages of our own. docs/room.md tells it to those who write clients.
 */
export const message = {
  sync: 0,
  awareness: 1,
  queryAwareness: 3,
  intent: 64,
  answer: 65,
} as const;
export const sync = { stateVector: 0, missing: 1, update: 2 } as const;

/**
 * Why the server closes a socket. Who is told 44xx should not come back as they are; y-websocket
 * does not. The others come back and resume.
 */
export const closeCodes = {
  goingAway: 4501,
  malformed: 4400,
  sessionEnded: 4401,
  foreign: 4403,
  noSuchShow: 4404,
  tooLarge: 4409,
  tooMuch: 4429,
  busy: 4503,
  tooSlow: 4508,
} as const;

export type CloseReason = keyof typeof closeCodes;

/** Something a person wants of the room. The client makes the id; sent again, it is done once. */
export type Intent = z.output<typeof IntentShape>;

const IntentShape = z.strictObject({ id: z.uuid(), say: z.string() });

export interface Accepted {
  readonly n?: number;
  /** Nobody but its author sees it before a moderator has. */
  readonly heldBack?: true;
}

/** What became of an intent. */
export type Answer =
  | { readonly id: string; readonly accepted: Accepted }
  | { readonly id: string; readonly refused: Refusal };

/** What a client sent, or why it may not stay. */
export type Heard =
  | { readonly kind: "sync"; readonly stateVector: Uint8Array }
  | { readonly kind: "awareness"; readonly clientIds: readonly number[] }
  | { readonly kind: "queryAwareness" }
  | { readonly kind: "intent"; readonly intent: Intent }
  /** An update that says nothing: what y-websocket answers when it has nothing to tell. */
  | { readonly kind: "nothing" }
  | { readonly kind: "unwelcome"; readonly reason: CloseReason };

/** Reads a frame of a client. It never throws, and takes nothing of the frame for true. */
export function read(frame: Uint8Array | string): Heard {
  if (typeof frame === "string") return unwelcome("malformed");
  if (frame.length > room_frame_bytes_max) return unwelcome("tooLarge");
  try {
    const decoder = decoding.createDecoder(frame);
    const heard = readMessage(decoder);
    return decoder.pos === frame.length || heard.kind === "unwelcome"
      ? heard
      : unwelcome("malformed");
  } catch {
    // lib0, Yjs and JSON each throw errors of their own when bytes are not what they say.
    return unwelcome("malformed");
  }
}

const unwelcome = (reason: CloseReason) => ({ kind: "unwelcome", reason }) as const;

function readMessage(decoder: decoding.Decoder): Heard {
  switch (decoding.readVarUint(decoder)) {
    case message.sync:
      return readSync(decoder);
    case message.awareness:
      return readAwareness(decoder);
    case message.queryAwareness:
      return { kind: "queryAwareness" };
    case message.intent:
      return readIntent(decoder);
    default:
      return unwelcome("malformed");
  }
}

function readSync(decoder: decoding.Decoder): Heard {
  const kind = decoding.readVarUint(decoder);
  const bytes = readBytes(decoder);
  switch (kind) {
    case sync.stateVector:
      Y.decodeStateVector(bytes);
      return { kind: "sync", stateVector: bytes };
    case sync.missing:
    case sync.update:
      return isEmpty(bytes) ? { kind: "nothing" } : unwelcome("foreign");
    default:
      return unwelcome("malformed");
  }
}

// No structs and no deletions. What carries anything is never decoded, in whichever version it is.
function isEmpty(update: Uint8Array) {
  return update.length === 2 && update[0] === 0 && update[1] === 0;
}

function readAwareness(decoder: decoding.Decoder): Heard {
  const update = decoding.createDecoder(readBytes(decoder));
  const clientIds: number[] = [];
  for (let left = decoding.readVarUint(update); left > 0; left--) {
    clientIds.push(decoding.readVarUint(update));
    decoding.readVarUint(update);
    readBytes(update);
  }
  return decoding.hasContent(update) ? unwelcome("malformed") : { kind: "awareness", clientIds };
}

function readIntent(decoder: decoding.Decoder): Heard {
  const text = decoding.readVarString(decoder);
  if (text.length > room_intent_characters_max) return unwelcome("tooLarge");
  const intent = IntentShape.safeParse(JSON.parse(text));
  return intent.success ? { kind: "intent", intent: intent.data } : unwelcome("malformed");
}

// lib0 looks at the buffer below and not at the frame: a length may reach beyond its end.
function readBytes(decoder: decoding.Decoder) {
  const bytes = decoding.readVarUint8Array(decoder);
  if (decoder.pos > decoder.arr.length) throw new RangeError("Longer than its frame");
  return bytes;
}

/** Asks for what somebody with this state vector is missing. */
export function questionFrame(stateVector: Uint8Array): Uint8Array {
  return syncFrame(sync.stateVector, stateVector);
}

/** What a client that sent its state vector is missing. */
export function missingFrame(update: Uint8Array): Uint8Array {
  return syncFrame(sync.missing, update);
}

export function updateFrame(update: Uint8Array): Uint8Array {
  return syncFrame(sync.update, update);
}

function syncFrame(kind: number, update: Uint8Array) {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, message.sync);
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, update);
  });
}

/** One client's state, as awareness knows it. */
export interface AwarenessEntry {
  readonly clientId: number;
  readonly clock: number;
  /** JSON; `null` takes the state away. */
  readonly json: string;
}

export function awarenessFrame(entries: readonly AwarenessEntry[]): Uint8Array {
  const update = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length);
    for (const { clientId, clock, json } of entries) {
      encoding.writeVarUint(encoder, clientId);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, json);
    }
  });
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, message.awareness);
    encoding.writeVarUint8Array(encoder, update);
  });
}

export function answerFrame(answer: Answer): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, message.answer);
    encoding.writeVarString(encoder, JSON.stringify(answer));
  });
}
