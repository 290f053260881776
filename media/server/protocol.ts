import type { Buffer } from "node:buffer";
import Broadcast from "node-media-server/src/server/broadcast_server.js";
import FlvFormat from "node-media-server/src/protocol/flv.js";
import logger from "node-media-server/src/core/logger.js";
import RtmpProtocol from "node-media-server/src/protocol/rtmp.js";

/**
 * The parts of node-media-server that are used here, with types: how RTMP is spoken, how FLV is
 * written, and how a stream reaches those who watch it. Its sessions, its store and its doors are not:
 * they let a publisher in whom nobody has judged, and tell of his leaving half a minute late.
 */

/** A piece of sound, of picture or of what describes them. */
export interface Packet {
  /** 8 sound, 9 picture, 18 words about them. */
  readonly codec_type: number;
  /** 0 sound's header, 1 sound, 2 picture's header, 3 key frame, 4 other frame, 5 metadata. */
  readonly flags: number;
  /** Milliseconds. */
  dts: number;
  pts: number;
  /** Bytes of `data` that count; the buffer behind it is used again. */
  size: number;
  data: Buffer;
}

/** A command of the client's. */
export interface Invocation {
  readonly streamName?: unknown;
  readonly cmdObj?: { readonly tcUrl?: unknown; readonly app?: unknown };
  readonly transId?: number;
}

/** One side of an RTMP connection: what comes in is parsed, what goes out is formed. */
export interface Rtmp {
  streamApp?: string;
  streamName?: string;
  streamId?: number;
  inChunkSize: number;
  readonly inPackets: ReadonlyMap<number, unknown>;
  readonly parserPacket: { readonly header: { length: number; stream_id: number } };
  onOutputCallback: (bytes: Buffer) => void;
  onPacketCallback: (packet: Packet) => void;
  /** @returns what is wrong, or null; it throws at what it cannot read */
  parserData(bytes: Buffer): string | null;
  packetAlloc(): void;
  controlHandler(): void;
  onConnect(asked: Invocation): void;
  onPublish(asked: Invocation): void;
  onPlay(asked: Invocation): void;
  onDeleteStream(asked: Invocation): void;
  respondPublish(): void;
  respondPlay(): void;
  sendStatusMessage(stream: number, level: string, code: string, text: string): void;
}

/** Who is sent a stream. */
export interface Subscriber {
  readonly id: string;
  /** Empty: nobody is told of him. */
  readonly ip: "";
  readonly protocol: "flv" | "rtmp";
  sendBuffer(bytes: Buffer): void;
}

/** What a publisher said of his picture and sound. */
export interface Described {
  videoWidth?: number;
  videoHeight?: number;
}

/** Sends what comes in to everybody, and first the last key frame and what came since. */
export interface BroadcastServer {
  publisher: Described | null;
  flvHeader: Buffer;
  postPlay(subscriber: Subscriber): string | null;
  readonly subscribers: Map<string, Subscriber>;
  broadcastMessage(packet: Packet): void;
}

// Its lines are for people at a terminal, and could hold what must not be told.
logger.log = () => {};

export const Rtmp = RtmpProtocol as unknown as new () => Rtmp;
export const BroadcastServer = Broadcast as unknown as new (path: string) => BroadcastServer;
/** The first bytes of an FLV file. */
export const flvHeader = (sound: boolean, picture: boolean): Buffer =>
  FlvFormat.createHeader(sound, picture);
