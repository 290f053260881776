import type { Peer } from "../../src/room/peers.ts";
import type { Visitor } from "../../src/room/seat.ts";
import type { HibernatingSocket, ObjectContext } from "../cloudflare/cloudflare.d.ts";

/** Somebody who came to a show's object by a socket. The socket carries it while the object sleeps. */
export interface Arrival {
  readonly showId: string;
  readonly visitor: Visitor;
  /** Which object relays the room between it and them; absent: none. */
  readonly relay?: number;
}

const header = "x-maru-arrival";
const fullHeader = "x-maru-full";

/**
 * The request that leads somebody to an object: nothing of theirs goes with it but who they are.
 * @param relay which of those that relay the show's room; absent: the show's own
 */
export function requestOf(
  url: string,
  { showId, visitor: { person, viewer } }: Pick<Arrival, "showId" | "visitor">,
  relay?: number,
): Request {
  const visitor: Visitor = {
    person: person && { id: person.id, sessionId: person.sessionId },
    viewer,
    since: Date.now(),
  };
  const arrival: Arrival = { showId, visitor, relay };
  return new Request(url, { headers: { upgrade: "websocket", [header]: JSON.stringify(arrival) } });
}

/** Who comes by such a request. */
export function arrivalIn(request: Request): Arrival {
  return JSON.parse(request.headers.get(header)!);
}

/** No more fit into this object: another relays the room. */
export function full(): Response {
  return new Response(null, { status: 503, headers: { [fullHeader]: "1" } });
}

export function isFull({ headers }: Response): boolean {
  return headers.has(fullHeader);
}

interface Accepted {
  readonly server: HibernatingSocket;
  /** Hands the other end to whoever asked. */
  readonly response: Response;
}

/** Opens a socket that stays open while the object sleeps. */
export function acceptedSocket(ctx: ObjectContext, arrival: Arrival): Accepted {
  const { 0: client, 1: server } = new WebSocketPair();
  server.serializeAttachment(arrival);
  ctx.acceptWebSocket(server);
  const opened: UpgradeInit = { status: 101, webSocket: client };
  return { server, response: new Response(null, opened) };
}

export function arrivalOf(socket: HibernatingSocket): Arrival {
  return socket.deserializeAttachment() as Arrival;
}

/** An object's end of a socket, for what sits on it. The runtime does not tell what has not left. */
export function peerOf(socket: HibernatingSocket): Peer {
  return {
    buffered: 0,
    send(frame) {
      if (socket.readyState === WebSocket.OPEN) socket.send(frame);
    },
    close(code, reason) {
      if (socket.readyState === WebSocket.OPEN) socket.close(code, reason);
    },
  };
}

/** Whoever closed a socket waits for the same of this side. */
export function closeToo(socket: HibernatingSocket): void {
  if (socket.readyState !== WebSocket.CLOSED) socket.close(normal, "");
}

/** RFC 6455: the purpose of the connection is fulfilled. */
const normal = 1000;

interface UpgradeInit extends ResponseInit {
  readonly webSocket: HibernatingSocket;
}

/** The two ends of a socket, as the Workers' runtime makes them. */
declare const WebSocketPair: new () => {
  readonly 0: HibernatingSocket;
  readonly 1: HibernatingSocket;
};
