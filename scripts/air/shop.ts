import { uuidv7 } from "uuidv7";

/** A show as the shop's API tells of it. */
export interface Show {
  readonly id: string;
  readonly title: string;
}

/** What an encoder is set to. */
export interface EncoderSettings {
  readonly server: string;
  readonly stream: string;
}

/** A show by its id; without one the show on air, else the next one. @throws in words */
export async function findShow(origin: string, id?: string): Promise<Show> {
  if (id) return await ask<Show>(`${origin}/api/shows/${encodeURIComponent(id)}`);
  for (const status of ["live", "scheduled"]) {
    const { items: [show] } = await ask<{ items: Show[] }>(`${origin}/api/shows?status=${status}`);
    if (show) return show;
  }
  throw new Error("there is no show, neither on air nor to come");
}

/**
 * Makes a new key for a show, as its seller does on the desk; the one before is over.
 * @throws in words
 */
export async function makeKey(
  origin: string,
  email: string,
  showId: string,
): Promise<EncoderSettings> {
  const signedIn = await send(`${origin}/api/sign-in/dev`, { email });
  const cookie = signedIn.headers.getSetCookie().map((one) => one.split(";")[0]).join("; ");
  await signedIn.body?.cancel();
  const made = await send(`${origin}/api/desk/shows/${showId}/publish-keys`, {}, { cookie });
  return await made.json();
}

async function ask<Body>(address: string): Promise<Body> {
  return await (await fetched(address)).json();
}

function send(address: string, body: unknown, headers: HeadersInit = {}): Promise<Response> {
  return fetched(address, {
    method: "POST",
    headers: {
      ...headers,
      "content-type": "application/json",
      "idempotency-key": uuidv7(),
      origin: new URL(address).origin,
    },
    body: JSON.stringify(body),
  });
}

async function fetched(address: string, init?: RequestInit): Promise<Response> {
  const answer = await fetch(address, init);
  if (answer.ok) return answer;
  throw new Error(`${new URL(address).pathname}: ${answer.status} ${await answer.text()}`);
}
