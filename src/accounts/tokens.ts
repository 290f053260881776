import { fromBase64Url, toBase64Url } from "../bytes.ts";
import { sign, verify } from "hono/jwt";
import type { Person } from "../http/env.ts";
import { signingKey } from "../http/keys.ts";
import { access_token_minutes, access_tokens_remembered_max } from "../limits.ts";
import type { Configuration } from "../platform.ts";

/**
 * The two tokens of a session. The access token says who somebody is and is believed for
 * `access_token_minutes`. The refresh token names the session and the turn of its rotation; it is
 * signed, so the database need not keep it, and a leaked table opens nothing.
 */
export interface Tokens {
  access(person: Person, now: number): Promise<string>;
  /** @returns the person, or undefined when the token is expired, tampered with or foreign */
  readAccess(token: string, now: number): Promise<Person | undefined>;
  refresh(turn: Turn): Promise<string>;
  readRefresh(token: string): Promise<Turn | undefined>;
}

export interface Turn {
  readonly sessionId: string;
  readonly turn: number;
}

interface Claims {
  sub: string;
  sid: string;
  name: string;
  admin?: true;
  seller?: string;
  moderates?: string[];
  /** Seconds since 1970. */
  exp: number;
}

export async function tokens({ secrets }: Pick<Configuration, "secrets">): Promise<Tokens> {
  const all = [secrets.current, secrets.previous].filter((secret) => secret !== undefined);
  const accessKeys = await Promise.all(all.map((secret) => signingKey(secret, "access token")));
  const refreshKeys = await Promise.all(all.map((secret) => signingKey(secret, "refresh token")));

  // Verifying goes by way of another thread; the same token says the same each time.
  const verified = new Map<string, Claims>();

  async function verifyAccess(token: string): Promise<Claims | undefined> {
    for (const key of accessKeys) {
      const claims = await verify(token, key, { alg: "HS256", exp: false })
        .catch(() => undefined) as Claims | undefined;
      if (!claims) continue;
      verified.set(token, claims);
      const [oldest] = verified.keys();
      if (verified.size > access_tokens_remembered_max) verified.delete(oldest!);
      return claims;
    }
  }

  return {
    access(person, now) {
      const claims: Claims = {
        sub: person.id,
        sid: person.sessionId,
        name: person.displayName,
        ...(person.admin && { admin: true }),
        ...(person.sellerId && { seller: person.sellerId }),
        ...(person.moderates.length > 0 && { moderates: [...person.moderates] }),
        exp: Math.floor(now / 1000) + access_token_minutes * 60,
      };
      return sign({ ...claims }, accessKeys[0]!, "HS256");
    },

    async readAccess(token, now) {
      const claims = verified.get(token) ?? await verifyAccess(token);
      return claims && claims.exp * 1000 > now ? personOf(claims) : undefined;
    },

    async refresh(turn) {
      return `${turn.sessionId}.${turn.turn}.${await mac(refreshKeys[0]!, turn)}`;
    },

    async readRefresh(token) {
      const [sessionId = "", turn = "", given = ""] = token.split(".");
      if (!/^[0-9a-f-]{36}$/.test(sessionId) || !/^\d{1,9}$/.test(turn)) return;
      const named = { sessionId, turn: Number(turn) };
      for (const key of refreshKeys) {
        if (await isMac(key, named, given)) return named;
      }
    },
  };
}

function personOf(claims: Claims): Person {
  return {
    id: claims.sub,
    sessionId: claims.sid,
    displayName: claims.name,
    admin: claims.admin ?? false,
    sellerId: claims.seller,
    moderates: claims.moderates ?? [],
  };
}

const encode = ({ sessionId, turn }: Turn) => new TextEncoder().encode(`${sessionId}.${turn}`);

async function mac(key: CryptoKey, turn: Turn) {
  const bytes = new Uint8Array(await crypto.subtle.sign("HMAC", key, encode(turn)));
  return toBase64Url(bytes);
}

async function isMac(key: CryptoKey, turn: Turn, given: string) {
  try {
    const bytes = fromBase64Url(given);
    return await crypto.subtle.verify("HMAC", key, bytes, encode(turn));
  } catch {
    return false;
  }
}
