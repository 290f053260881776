import { equal, rejects } from "node:assert/strict";
import { sign } from "hono/jwt";
import { body_bytes_max } from "../../../src/limits.ts";
import { Person } from "../../support/person.ts";
import { RawSocket } from "../../support/raw_socket.ts";
import type { Promised } from "../promise.ts";

export const foreignPages: Promised = {
  says: "another site's page does nothing in somebody's name, and gets no socket",
  async keep({ origin, makeShow, makeProduct }) {
    const showId = await makeShow();
    const { variants } = await makeProduct(showId);
    const mina = await Person.signedIn(origin);
    const wish = { variantId: variants[0]!.id, quantity: 1 };
    for (const from of ["https://evil.example", "null", `${origin}.evil.example`]) {
      const headers = { "content-type": "application/json", origin: from };
      const api = await mina.send("POST", "/api/holds", { body: JSON.stringify(wish), headers });
      equal(api.body.code, "ORIGIN_REFUSED", from);
      const form = { ...wish, quantity: "1" };
      equal((await mina.submit("/holds", form, { origin: from })).status, 403, from);
      await rejects(new RawSocket(origin, showId, { person: mina, from }).open);
    }
    const { body } = await mina.get<{ sellers: unknown[] }>("/api/cart");
    equal(body.sellers.length, 0);
    await using own = new RawSocket(origin, showId, { person: mina });
    await own.open;
  },
};

export const boundedBodies: Promised = {
  says: "a body that is too large is refused, and one that fits is read",
  async keep({ origin }) {
    const mina = await Person.signedIn(origin);
    const padded = (bytes: number) => {
      const body = JSON.stringify({ email: "mina@example.com", name: "" });
      return body.replace('""', JSON.stringify("a".repeat(bytes - body.length)));
    };
    const send = (body: string) =>
      mina.send("POST", "/api/sign-in/dev", {
        body,
        headers: { "content-type": "application/json" },
      });
    const most = await send(padded(body_bytes_max));
    equal(most.body.code, "INVALID", "read, and refused for the name");
    const more = await send(padded(body_bytes_max + 1));
    equal(`${more.status} ${more.body.code}`, "413 BODY_TOO_LARGE");
    const form = await mina.submit("/profile", { displayName: "a".repeat(body_bytes_max) });
    equal(form.status, 413);
  },
};

export const tamperedCookies: Promised = {
  says: "a tampered cookie makes nobody known",
  async keep({ origin }) {
    const mina = await Person.signedIn(origin);
    const access = mina.cookies.get("access")!;
    const refresh = mina.cookies.get("refresh")!;
    const [header, claims, mac] = access.split(".");
    const asAdmin = base64Url({ ...JSON.parse(atob(claims!)), admin: true });
    const [sessionId, turn, proof] = refresh.split(".");
    const forged: Record<string, string>[] = [
      { access: `${header}.${asAdmin}.${mac}` },
      { access: `${base64Url({ alg: "none", typ: "JWT" })}.${claims}.` },
      { access: await sign(JSON.parse(atob(claims!)), "secret", "HS256") },
      { access: refresh },
      { refresh: access },
      { refresh: `${sessionId}.${Number(turn) + 1}.${proof}` },
      { refresh: `${crypto.randomUUID()}.${turn}.${proof}` },
    ];
    for (const cookies of forged) {
      const somebody = new Person(origin);
      for (const [name, value] of Object.entries(cookies)) somebody.cookies.set(name, value);
      equal((await somebody.get("/api/me")).status, 401, JSON.stringify(cookies));
      equal((await somebody.get("/orders")).status, 303);
    }
    equal((await mina.get("/api/me")).status, 200);
  },
};

function base64Url(value: unknown): string {
  return btoa(JSON.stringify(value)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
