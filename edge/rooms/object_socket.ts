import type { Visitor } from "../../src/room/seat.ts";
import type { HibernatingSocket, ObjectContext } from "../workers/cloudflare.d.ts";

/** Somebody who came to a show's object by a socket. The socket carries it while the object sleeps. */
export interface Arrival {
  readonly showId: string;
  readonly visitor: Visitor;
}

const header = "x-maru-arrival";

/** The request that leads somebody to the object: nothing of theirs goes with it but who they are. */
export function requestOf(url: string, { showId, visitor: { person, viewer } }: Arrival): Request {
  const visitor: Visitor = {
    person: person && { id: person.id, sessionId: person.sessionId },
    viewer,
    since: Date.now(),
  };
  const arrival: Arrival = { showId, visitor };
  return new Request(url, { headers: { upgrade: "websocket", [header]: JSON.stringify(arrival) } });
}

interface Accepted {
  readonly server: HibernatingSocket;
  readonly arrival: Arrival;
  /** Hands the other end to whoever asked. */
  readonly response: Response;
}

/** Opens a socket that stays open while the object sleeps. */
export function acceptedSocket(ctx: ObjectContext, request: Request): Accepted {
  const arrival: Arrival = JSON.parse(request.headers.get(header)!);
  const { 0: client, 1: server } = new WebSocketPair();
  server.serializeAttachment(arrival);
  ctx.acceptWebSocket(server);
  const opened: UpgradeInit = { status: 101, webSocket: client };
  return { server, arrival, response: new Response(null, opened) };
}

export function arrivalOf(socket: HibernatingSocket): Arrival {
  return socket.deserializeAttachment() as Arrival;
}

interface UpgradeInit extends ResponseInit {
  readonly webSocket: HibernatingSocket;
}

/** The two ends of a socket, as the Workers' runtime makes them. */
declare const WebSocketPair: new () => {
  readonly 0: HibernatingSocket;
  readonly 1: HibernatingSocket;
};
