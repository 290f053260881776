import * as decoding from "lib0/decoding";
import * as Y from "yjs";
import type { RoomStage } from "./stage.ts";
import { room, syncStep1, type Tongue } from "./tongues.ts";
import { Wire } from "./wire.ts";

const history = 100;
const missed = 5;
const latin1 = new TextDecoder("latin1");

/** Bytes that somebody gets who comes back after they missed a few messages. */
export interface Rejoining {
  readonly history: number;
  readonly missed: number;
  /** All that comes within a second, with the handshake and the live state. */
  readonly ours: number;
  /** The history as JSON, as a server sends it that does not know what was missed. */
  readonly json: number;
}

export async function rejoin(stage: RoomStage): Promise<Rejoining> {
  const port = Number(new URL(stage.origin).port);
  const tongue = room(stage.showId, stage.tokens, stage.origin);
  const doc = new Y.Doc();
  await fill(tongue, port, 0, history);
  await come(tongue, port, doc);
  await fill(tongue, port, history, missed);
  const ours = await come(tongue, port, doc);
  const chat = doc.getArray("chat");
  if (chat.length !== history) throw new Error("the room did not come back whole");
  return { history, missed, ours, json: JSON.stringify(chat).length };
}

/** Each message is somebody else's, so that nobody is too fast. */
async function fill(tongue: Tongue, port: number, from: number, count: number) {
  await Promise.all(Array.from({ length: count }, (_, n) => sayOne(tongue, port, from + n)));
}

/** Comes in, says something, and leaves when it was heard. */
async function sayOne(tongue: Tongue, port: number, n: number) {
  const text = `${n} `.padEnd(120, "x");
  let entered: () => void, heard: () => void;
  const entering = new Promise<void>((resolve) => entered = resolve);
  const hearing = new Promise<void>((resolve) => heard = resolve);
  const wire = await Wire.open(port, tongue.path, tongue.headers(n), (payload) => {
    if (!payload) return;
    entered();
    if (latin1.decode(payload).includes(text)) heard();
  });
  tongue.enter(wire);
  await entering;
  tongue.say(wire, text);
  await hearing;
  wire.close();
}

/** A guest with what they know, who gets what they are missing. @returns bytes */
async function come(tongue: Tongue, port: number, doc: Y.Doc): Promise<number> {
  const wire = await Wire.open(port, tongue.path, tongue.headers(-1), (payload) => {
    if (payload) read(payload, doc);
  });
  await wire.send(syncStep1(Y.encodeStateVector(doc)));
  await new Promise((over) => setTimeout(over, 1000));
  wire.close();
  return wire.bytes;
}

function read(payload: Uint8Array, doc: Y.Doc) {
  const decoder = decoding.createDecoder(payload.slice());
  if (decoding.readVarUint(decoder) !== 0) return;
  decoding.readVarUint(decoder);
  Y.applyUpdate(doc, decoding.readVarUint8Array(decoder));
}
