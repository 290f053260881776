import { named } from "../../edge/environment.ts";
import { tokens } from "../../src/accounts/tokens.ts";
import { fromHex, toHex } from "../../src/bytes.ts";

/** What a shop of the bench's own is given as SECRET. */
export function newSecret(): string {
  return toHex(crypto.getRandomValues(new Uint8Array(32)));
}

/**
 * Access tokens as the shop gives them at sign-in; so many sign-ins would take longer than the
 * bench. A session has the id of its person.
 */
export async function signedIn(people: readonly string[], secret: string): Promise<string[]> {
  const { access } = await tokens({
    secrets: { current: named(fromHex(secret)) },
  });
  const person = { displayName: "Somebody", admin: false, sellerId: undefined, moderates: [] };
  return await Promise.all(
    people.map((id) => access({ ...person, id, sessionId: id }, Date.now())),
  );
}
