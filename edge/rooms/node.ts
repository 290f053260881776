import { once } from "node:events";
import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
// @ts-types="@types/ws"
import { type WebSocket, WebSocketServer } from "ws";
import type { App } from "../../src/app.ts";
import { room_frame_bytes_max } from "../../src/limits.ts";
import type { Peer } from "../../src/room/peers.ts";

/** Pings each socket this often, and gives up the one that did not answer the last. */
const ping_ms = 30_000;
/** Who does not read does not read that they are let go either. */
const farewell_ms_max = 5_000;

/** The sockets of one server. */
export interface Sockets {
  /** Settles when those who were let go have heard of it. */
  ended(): Promise<void>;
}

/** Opens the sockets that a server is asked for, to those who may have one. */
export function openSockets(server: Server, admit: App["admit"]): Sockets {
  // ws closes a socket whose frame is larger by itself, with 1009, before the frame is read.
  const sockets = new WebSocketServer({ noServer: true, maxPayload: room_frame_bytes_max + 1 });
  server.on("upgrade", async (asked, connection, head) => {
    connection.on("error", () => connection.destroy());
    try {
      const admission = await admit(requestOf(asked));
      if (admission instanceof Response) return refuse(connection, admission.status);
      sockets.handleUpgrade(asked, connection, head, (socket) => {
        const seat = admission.seat(peerOf(socket));
        socket.on("message", (data: Uint8Array, isBinary) => {
          seat.hear(isBinary ? new Uint8Array(data) : "");
        });
        socket.on("close", () => seat.leave());
        watch(socket);
      });
    } catch {
      refuse(connection, 503);
    }
  });
  return {
    async ended() {
      await Promise.all([...sockets.clients].map((socket) => once(socket, "close")));
    },
  };
}

function requestOf(asked: IncomingMessage): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(asked.headers)) {
    if (typeof value === "string") headers.set(name, value);
  }
  return new Request(new URL(asked.url ?? "/", `http://${asked.headers.host}`), { headers });
}

function refuse(connection: Duplex, status: number) {
  connection.end(`HTTP/1.1 ${status} \r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}

function peerOf(socket: WebSocket): Peer {
  return {
    send(frame) {
      if (socket.readyState === socket.OPEN) socket.send(frame);
    },
    get buffered() {
      return socket.bufferedAmount;
    },
    close(code, reason) {
      socket.close(code, reason);
      setTimeout(() => socket.terminate(), farewell_ms_max).unref();
    },
  };
}

function watch(socket: WebSocket) {
  let answered = true;
  socket.on("pong", () => answered = true);
  // What is no WebSocket frame: ws closes the socket, and unheard the event would end the process.
  socket.on("error", () => {});
  const pinging = setInterval(() => {
    if (!answered) return socket.terminate();
    answered = false;
    socket.ping();
  }, ping_ms);
  socket.on("close", () => clearInterval(pinging));
}
