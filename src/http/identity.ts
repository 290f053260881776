import { toHex } from "../bytes.ts";
import { uuidv7 } from "uuidv7";
import { Refused } from "../errors.ts";
import { idempotency_key_characters_max } from "../limits.ts";
import type { Visit } from "./env.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isUuid(text: string): boolean {
  return uuid.test(text);
}

/**
 * The identity of an unsafe API request, from its `Idempotency-Key`: a UUID as it is, other text
 * as the UUID of its hash. A request without one gets an identity of its own and so no protection
 * from being sent twice.
 */
export async function identityOf(c: Visit): Promise<string> {
  const key = c.req.header("idempotency-key")?.trim();
  if (!key) return uuidv7();
  if (isUuid(key)) return key.toLowerCase();
  if (key.length > idempotency_key_characters_max) {
    throw new Refused({
      code: "INVALID",
      field: "Idempotency-Key",
      fields: [{ field: "Idempotency-Key", rule: `tooLong:${idempotency_key_characters_max}` }],
    });
  }
  return await uuidOfText(key);
}

/** The identity that a page gave to its form. */
export function formIdentity(field: unknown): string {
  return typeof field === "string" && isUuid(field) ? field.toLowerCase() : uuidv7();
}

/** The identity of a part of a request: the same part of the same request has the same one. */
export function derivedIdentity(identity: string, part: string): Promise<string> {
  return uuidOfText(`${identity} ${part}`);
}

// RFC 9562, section 5.8: version 8, with the rest taken from the hash.
async function uuidOfText(text: string) {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  const bytes = new Uint8Array(hash).slice(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  return toHex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
