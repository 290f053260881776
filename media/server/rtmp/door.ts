import { createServer, type Socket } from "node:net";
import type { Hooks } from "../hooks.ts";
import { limits } from "../limits.ts";
import type { Streams } from "../streams.ts";
import { Caller } from "./caller.ts";

/** The door for publishers, and for who reads over RTMP. */
export interface RtmpDoor {
  close(): Promise<void>;
}

export function openRtmp(
  address: { readonly host: string; readonly port: number },
  streams: Streams,
  hooks: Hooks,
): Promise<RtmpDoor> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    if (sockets.size >= limits.rtmp_connections_max) return void socket.destroy();
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    new Caller(socket, streams, hooks);
  });
  const close = () =>
    new Promise<void>((closed) => {
      server.close(() => closed());
      for (const socket of sockets) socket.destroy();
    });
  return new Promise((opened, failed) => {
    server.once("error", failed);
    server.listen(address.port, address.host, () => opened({ close }));
  });
}
