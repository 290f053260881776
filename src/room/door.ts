import { parse } from "hono/utils/cookie";
import { readSession } from "../accounts/sessions.ts";
import { type RefusalCode, refusalStatus } from "../errors.ts";
import type { Person } from "../http/env.ts";
import { isUuid } from "../http/identity.ts";
import { isForeign } from "../http/origin.ts";
import type { Shop } from "../shop.ts";
import type { Peer } from "./peers.ts";
import type { Seat, Visitor } from "./seat.ts";

/** Somebody may come in: their socket is to be opened, and given a seat. */
export interface Admission {
  /** As the address says; it may name no show. */
  readonly showId: string;
  readonly visitor: Visitor;
  /** Seats them in a room of this process, where it keeps any. */
  seat(peer: Peer): Seat;
}

const path = /^\/rooms\/([^/]{1,100})$/;

/**
 * Answers a request for a socket, before there is one. Guests may come in, pages of other sites not:
 * a browser would send somebody's cookies with theirs.
 */
export async function admit(shop: Shop, request: Request): Promise<Admission | Response> {
  const showId = path.exec(new URL(request.url).pathname)?.[1];
  if (!showId) return refusal("NOT_YOURS");
  if (isForeign(request, shop.platform.configuration)) return refusal("ORIGIN_REFUSED");
  if (shop.rooms?.isFull) return refusal("UNAVAILABLE");
  const cookies = parse(request.headers.get("cookie") ?? "");
  const person = await whoAsks(shop, request, cookies);
  const visitor = { person, viewer: person?.id ?? viewerOf(cookies) };
  return { showId, visitor, seat: (peer) => shop.rooms!.seat(showId, visitor, peer) };
}

// Who has no cookie is one viewer a socket.
function viewerOf({ viewer = "" }: Record<string, string>) {
  return isUuid(viewer) ? `guest ${viewer}` : `guest ${crypto.randomUUID()}`;
}

function refusal(code: RefusalCode) {
  return new Response(null, { status: refusalStatus[code] });
}

/**
 * By bearer token or by cookie, as for pages; but no session is turned here, where the browser would
 * not keep what it is given.
 */
async function whoAsks(
  { platform, sessions }: Shop,
  { headers }: Request,
  cookies: Record<string, string>,
): Promise<Person | undefined> {
  const tokens = await sessions.tokens;
  const bearer = headers.get("authorization")?.match(/^Bearer (\S+)$/i)?.[1];
  const access = bearer ?? cookies.access;
  const person = access && await tokens.readAccess(access, platform.now());
  if (person) return await sessions.revocations.includes(person.sessionId) ? undefined : person;
  const turn = !bearer && cookies.refresh && await tokens.readRefresh(cookies.refresh);
  return turn ? await readSession(platform.database, turn) : undefined;
}
