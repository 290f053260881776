import type { App } from "../../src/app.ts";
import type { Peer } from "../../src/room/peers.ts";

/** Seconds until a socket that answers no ping is given up. */
const silence_seconds_max = 60;

/** The sockets of one server. */
export class Sockets {
  #open = new Set<Promise<void>>();

  constructor(private readonly admit: App["admit"]) {}

  /** Opens the socket that a request asks for, if it may have one. */
  async open(request: Request): Promise<Response> {
    const admission = await this.admit(request);
    if (admission instanceof Response) return admission;
    const { socket, response } = Deno.upgradeWebSocket(request, {
      idleTimeout: silence_seconds_max,
    });
    socket.binaryType = "arraybuffer";
    socket.onopen = () => {
      const seat = admission.seat(peerOf(socket));
      socket.onmessage = ({ data }) => {
        seat.hear(data instanceof ArrayBuffer ? new Uint8Array(data) : String(data));
      };
      const closed = new Promise<void>((close) => socket.onclose = () => close()).then(() => {
        seat.leave();
        this.#open.delete(closed);
      });
      this.#open.add(closed);
    };
    return response;
  }

  /** Settles when those who were let go have heard of it. */
  async ended(): Promise<void> {
    await Promise.all(this.#open);
  }
}

function peerOf(socket: WebSocket): Peer {
  return {
    send(frame) {
      if (socket.readyState === WebSocket.OPEN) socket.send(frame as Uint8Array<ArrayBuffer>);
    },
    get buffered() {
      return socket.bufferedAmount;
    },
    close(code, reason) {
      if (socket.readyState === WebSocket.OPEN) socket.close(code, reason);
    },
  };
}
