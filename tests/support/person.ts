import { uuidv7 } from "uuidv7";
import { Cookies } from "./cookies.ts";

/** Who somebody is at developer sign-in. */
export interface Introduction {
  readonly email?: string;
  readonly name?: string;
  readonly role?: "shopper" | "moderator" | "seller" | "admin";
}

/** An object of JSON whose shape a test does not name. */
export type Json = Record<string, unknown>;

/** What the shop answered. */
export interface Answer<Body = Json> {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed JSON, or the text of anything else. */
  readonly body: Body;
}

/** Where a request goes: an address, or an application in this process. */
export type Shop = string | { readonly origin: string; readonly fetch: typeof fetch };

/** Somebody who uses the shop: by the API, by forms, and with the cookies that they were given. */
export class Person {
  readonly cookies = new Cookies();
  readonly origin: string;
  readonly #fetch: typeof fetch;

  /** A guest. */
  constructor(shop: Shop) {
    this.origin = typeof shop === "string" ? shop : shop.origin;
    this.#fetch = typeof shop === "string" ? fetch : shop.fetch;
  }

  /** Somebody who has signed in; without an address, a shopper whom nobody has met. */
  static async signedIn(shop: Shop, who: Introduction = {}): Promise<Person> {
    const person = new Person(shop);
    const email = who.email ?? `${crypto.randomUUID()}@example.com`;
    const answer = await person.post("/api/sign-in/dev", { ...who, email });
    if (answer.status >= 300) {
      throw new Error(`sign-in answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    }
    return person;
  }

  get<Body = Json>(path: string, headers: Record<string, string> = {}): Promise<Answer<Body>> {
    return this.send("GET", path, { headers });
  }

  /** @param key the request's identity; without one each call is a request of its own */
  post<Body = Json>(
    path: string,
    body: unknown = {},
    key: string = uuidv7(),
  ): Promise<Answer<Body>> {
    return this.send("POST", path, inJson(body, key));
  }

  patch<Body = Json>(path: string, body: unknown, key: string = uuidv7()): Promise<Answer<Body>> {
    return this.send("PATCH", path, inJson(body, key));
  }

  put<Body = Json>(path: string, body: unknown, key: string = uuidv7()): Promise<Answer<Body>> {
    return this.send("PUT", path, inJson(body, key));
  }

  delete<Body = Json>(path: string, key: string = uuidv7()): Promise<Answer<Body>> {
    return this.send("DELETE", path, { headers: { "idempotency-key": key } });
  }

  /**
   * Sends a page's form as a browser without scripts does; redirects are answered, not followed.
   * A field with several values is sent several times.
   */
  submit(
    path: string,
    fields: Readonly<Record<string, string | readonly string[]>>,
    headers: Record<string, string> = {},
  ): Promise<Answer<string>> {
    const form = new URLSearchParams({ request: uuidv7() });
    for (const [name, value] of Object.entries(fields)) {
      form.delete(name);
      for (const one of [value].flat()) form.append(name, one);
    }
    return this.send("POST", path, { body: form, headers: { accept: "text/html", ...headers } });
  }

  /** Sends anything, with this person's cookies and the shop's own origin unless told otherwise. */
  async send<Body = Json>(
    method: string,
    path: string,
    init: RequestInit = {},
  ): Promise<Answer<Body>> {
    const headers = new Headers(init.headers);
    if (method !== "GET" && !headers.has("origin")) headers.set("origin", this.origin);
    if (this.cookies.header) headers.set("cookie", this.cookies.header);
    const answer = await this.#fetch(`${this.origin}${path}`, {
      ...init,
      method,
      headers,
      redirect: "manual",
    });
    this.cookies.take(answer.headers);
    const text = await answer.text();
    const isJson = /\bjson\b/.test(answer.headers.get("content-type") ?? "");
    const body = isJson && text !== "" ? JSON.parse(text) : text;
    return { status: answer.status, headers: answer.headers, body };
  }
}

function inJson(body: unknown, key: string): RequestInit {
  return {
    body: JSON.stringify(body),
    headers: { "content-type": "application/json", "idempotency-key": key },
  };
}
