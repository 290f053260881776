import * as decoding from "lib0/decoding";
import type { Live } from "./live_state.ts";
import { message, sync } from "./protocol.ts";

/** What a room told one who watches it. */
export type Told =
  | { readonly kind: "update"; readonly update: Uint8Array }
  | { readonly kind: "states"; readonly states: readonly ToldState[] }
  | { readonly kind: "nothing" };

export interface ToldState {
  readonly clientId: number;
  /** Null: it is taken away. */
  readonly live: Live | null;
}

/** Reads a frame of a room, as a server that relays it does: it believes what stands there. */
export function readTold(frame: Uint8Array): Told {
  const decoder = decoding.createDecoder(frame);
  switch (decoding.readVarUint(decoder)) {
    case message.sync: {
      const kind = decoding.readVarUint(decoder);
      const update = decoding.readVarUint8Array(decoder);
      return kind === sync.stateVector ? { kind: "nothing" } : { kind: "update", update };
    }
    case message.awareness:
      return { kind: "states", states: readStates(decoding.readVarUint8Array(decoder)) };
    default:
      return { kind: "nothing" };
  }
}

function readStates(bytes: Uint8Array): ToldState[] {
  const decoder = decoding.createDecoder(bytes);
  return Array.from({ length: decoding.readVarUint(decoder) }, () => {
    const clientId = decoding.readVarUint(decoder);
    decoding.readVarUint(decoder);
    return { clientId, live: JSON.parse(decoding.readVarString(decoder)) };
  });
}
