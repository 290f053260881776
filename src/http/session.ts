import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import { Revocations } from "../accounts/revocations.ts";
import { type Opened, turnSession } from "../accounts/sessions.ts";
import { type Tokens, tokens } from "../accounts/tokens.ts";
import { Refused } from "../errors.ts";
import { refresh_token_days } from "../limits.ts";
import type { Platform } from "../platform.ts";
import type { Env, Person, Visit } from "./env.ts";

/** What knows who is asking. One a process. */
export interface Sessions {
  readonly tokens: Promise<Tokens>;
  readonly revocations: Revocations;
}

export function sessions(platform: Platform): Sessions {
  let made: Promise<Tokens> | undefined;
  return {
    // Keys are derived for the first who has a token: guests wait for none.
    get tokens() {
      return made ??= tokens(platform.configuration);
    },
    revocations: new Revocations(platform),
  };
}

/**
 * Finds out who is asking: by bearer token, by the access cookie, or by turning the session when
 * only the refresh cookie is good, within the request, so that no form fails for its age.
 */
export function knowsPerson(known: Sessions) {
  return createMiddleware<Env>(async (c, next) => {
    const person = await whoAsks(c, known);
    if (person) c.set("person", person);
    await next();
  });
}

async function whoAsks(c: Visit, known: Sessions): Promise<Person | undefined> {
  const bearer = c.req.header("authorization")?.match(/^Bearer (\S+)$/i)?.[1];
  const access = bearer ?? getCookie(c, "access");
  const person = access &&
    await (await known.tokens).readAccess(access, c.var.shop.platform.now());
  if (person) return await known.revocations.includes(person.sessionId) ? forget(c) : person;
  if (bearer) throw new Refused({ code: "SIGN_IN_REQUIRED" });

  const refresh = getCookie(c, "refresh");
  if (!refresh) return undefined;
  const turn = await (await known.tokens).readRefresh(refresh);
  const opened = turn && await turnSession(c.var.shop.platform.database, turn);
  if (!opened) return forget(c);
  await giveCookies(c, await known.tokens, opened);
  return opened.person;
}

/** Hands both tokens to the browser, out of reach of its scripts. */
export async function giveCookies(c: Visit, tokens: Tokens, opened: Opened) {
  await giveAccess(c, tokens, opened.person);
  setCookie(c, "refresh", await tokens.refresh(opened), cookie(c));
}

export async function giveAccess(c: Visit, tokens: Tokens, person: Person) {
  setCookie(c, "access", await tokens.access(person, c.var.shop.platform.now()), cookie(c));
}

function cookie(c: Visit) {
  return {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    secure: c.var.shop.platform.configuration.secureCookies,
    maxAge: refresh_token_days * 24 * 3600,
  } as const;
}

export function forget(c: Visit): undefined {
  const { secureCookies } = c.var.shop.platform.configuration;
  deleteCookie(c, "access", { path: "/", secure: secureCookies });
  deleteCookie(c, "refresh", { path: "/", secure: secureCookies });
}

/** The person who asks. @throws Refused SIGN_IN_REQUIRED */
export function signedIn(c: Visit): Person {
  if (!c.var.person) throw new Refused({ code: "SIGN_IN_REQUIRED" });
  return c.var.person;
}

/**
 * The person who asks, and the shop that they own. To others the desk does not exist.
 * @throws Refused SIGN_IN_REQUIRED or NOT_YOURS
 */
export function selling(c: Visit): Person & { sellerId: string } {
  const person = signedIn(c);
  if (!person.sellerId) throw new Refused({ code: "NOT_YOURS" });
  return { ...person, sellerId: person.sellerId };
}
