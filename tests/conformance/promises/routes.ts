import { deepEqual, equal, match, ok } from "node:assert/strict";
import { uuidv7 } from "uuidv7";
import { type Answer, type Json, Person } from "../../support/person.ts";
import type { Promised } from "../promise.ts";

const languages = ["ko", "en"] as const;
const hangul = /[가-힣]/;

export const pages: Promised = {
  says: "every page, in Korean and English",
  async keep({ origin, seller, makeShow, makeProduct }) {
    const showId = await makeShow();
    const { id: productId } = await makeProduct(showId);
    const shopper = await Person.signedIn(origin);
    const show = `/shows/${showId}`;
    const desk = `/desk/shows/${showId}`;
    const readers: [Person, string[]][] = [
      [new Person(origin), [
        ...["/", "/store", "/store?q=maple", show, `${show}/chat`, `${show}/messages`],
        ...[`/products/${productId}`, "/sign-in", "/terms", "/privacy", "/help", "/api/docs"],
      ]],
      [shopper, ["/cart", "/orders", "/waitlist", "/profile", "/sessions"]],
      [seller, [
        ...["/desk", "/desk/shows", "/desk/shows/new", desk, `${desk}/air`, `${desk}/report`],
        ...["/desk/products", "/desk/products/new", `/desk/products/${productId}`, "/desk/orders"],
      ]],
    ];
    for (const [reader, paths] of readers) {
      for (const language of languages) {
        for (const path of paths) {
          const answer = await reader.get<string>(path, { "accept-language": language });
          equal(answer.status, 200, path);
          match(answer.body, new RegExp(`<html lang="${language}"`), path);
          match(answer.headers.get("content-security-policy") ?? "", /default-src 'none'/, path);
        }
      }
    }
    await everythingItNeeds(new Person(origin), show);
  },
};

/** What a page links to is there, and good for ever. */
async function everythingItNeeds(guest: Person, path: string) {
  const { body } = await guest.get<string>(path);
  const files = new Set(
    [...body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, at]) => at!),
  );
  ok(files.size >= 3, "a stylesheet, scripts and an icon");
  for (const file of files) {
    const { status, headers } = await guest.get(file);
    equal(status, 200, file);
    match(headers.get("cache-control") ?? "", /immutable/, file);
  }
  for (const path of ["/livez", "/readyz", "/healthz"]) {
    equal((await guest.get(path)).status, 200, path);
  }
  const { body: described } = await guest.get("/api/openapi.json");
  equal(described.openapi, "3.1.0");
}

export const wrongPages: Promised = {
  says: "what is not there, or not one's own, and forms filled in wrongly",
  async keep({ origin, makeShow, makeProduct }) {
    const guest = new Person(origin);
    const shopper = await Person.signedIn(origin);
    const { id: productId, variants } = await makeProduct(await makeShow());
    const variantId = variants[0]!.id;
    const from = `/products/${productId}`;
    const attempts: [
      number,
      string,
      (headers: Record<string, string>) => Promise<Answer<string>>,
    ][] = [
      ...["/nowhere", "/shows/1", `/shows/${uuidv7()}`, `/products/${uuidv7()}`]
        .map((path) =>
          [
            404,
            path,
            (headers: Record<string, string>) => guest.get<string>(path, headers),
          ] as (typeof attempts)[number]
        ),
      ...["/desk", "/desk/shows", "/orders/ORD-20260101-99999", "/desk/orders/nonsense"]
        .map((path) =>
          [
            404,
            path,
            (headers: Record<string, string>) => shopper.get<string>(path, headers),
          ] as (typeof attempts)[number]
        ),
      [
        422,
        "a hold of nothing",
        (headers) => shopper.submit("/holds", { variantId, quantity: "0", from }, headers),
      ],
      [
        422,
        "a profile without a name",
        (headers) => shopper.submit("/profile", { displayName: "", phone: "letters" }, headers),
      ],
    ];
    for (const [status, what, send] of attempts) {
      for (const language of languages) {
        const answer = await send({ "accept-language": language });
        equal(answer.status, status, `${what} (${language})`);
        match(answer.body, new RegExp(`<html lang="${language}"`), what);
        const [, main = ""] = answer.body.split("<main");
        equal(hangul.test(main), language === "ko", `${what} is told in ${language}`);
      }
    }
    const typed = await shopper.submit("/profile", { displayName: "", phone: "letters" });
    match(typed.body, /value="letters"/, "what was typed stays");
    const led = await guest.get("/orders");
    deepEqual([led.status, led.headers.get("location")], [303, "/sign-in?from=%2Forders"]);
  },
};

export const wrongInput: Promised = {
  says: "the API refuses by code and field, in both languages",
  async keep({ origin, seller, makeShow }) {
    const showId = await makeShow();
    const guest = new Person(origin);
    const shopper = await Person.signedIn(origin);
    const raw = (body: string) => (by: Person) =>
      by.send("POST", "/api/holds", { body, headers: { "content-type": "application/json" } });
    const attempts: [number, string, Person, (by: Person) => Promise<Answer<Json>>, string?][] = [
      [401, "SIGN_IN_REQUIRED", guest, (by) => by.get("/api/me")],
      [401, "SIGN_IN_REQUIRED", guest, (by) => by.post("/api/orders", { holdIds: [] })],
      [404, "NOT_YOURS", guest, (by) => by.get(`/api/shows/${uuidv7()}`)],
      [404, "NOT_YOURS", shopper, (by) => by.get("/api/desk/orders")],
      [404, "NOT_YOURS", shopper, (by) => by.delete(`/api/holds/${uuidv7()}`)],
      [422, "INVALID", shopper, (by) => by.post("/api/holds", { quantity: 1 }), "variantId"],
      [
        422,
        "INVALID",
        shopper,
        (by) => by.post("/api/holds", { variantId: uuidv7(), quantity: 1, price: 1 }),
        "price",
      ],
      [422, "INVALID", shopper, raw("{"), "body"],
      [422, "CART_EMPTY", shopper, (by) => by.post("/api/orders", { holdIds: [] })],
      [
        422,
        "INVALID",
        seller,
        (by) => by.post("/api/desk/products", { name: "", showId, variants: [] }),
        "name",
      ],
      [422, "INVALID", guest, (by) => by.get("/api/products?page=0"), "page"],
      [422, "INVALID", guest, (by) => by.post("/api/sign-in/dev", { email: "nobody" }), "email"],
    ];
    for (const [status, code, by, send, field] of attempts) {
      for (const language of languages) {
        by.cookies.set("locale", language);
        const { headers, body, ...answer } = await send(by);
        deepEqual([answer.status, body.code], [status, code], JSON.stringify(body));
        equal(headers.get("content-type"), "application/problem+json");
        equal(hangul.test(String(body.detail)), language === "ko", String(body.detail));
        if (field) equal(body.field, field);
      }
    }
    seller.cookies.set("locale", "en");
  },
};
