import { encodeBase64Url } from "hono/utils/encode";
import { scheduler_id_characters_max } from "../../src/limits.ts";
import { fault } from "./fault.ts";
import { forwarded, spoken } from "./read_content.ts";

/** The id under which a repetition is recognised, or nothing when each message counts. */
export async function readDeduplicationId(
  destination: string,
  headers: Headers,
  body: string,
): Promise<string | null> {
  const id = headers.get("upstash-deduplication-id");
  if (id !== null) return readId("upstash-deduplication-id", id);
  if (headers.get("upstash-content-based-deduplication") !== "true") return null;
  const told = [...headers].filter(([name]) => spoken.has(name) || name.startsWith(forwarded));
  const content = JSON.stringify([destination, headers.get("content-type"), told, body]);
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(content));
  return `content-${encodeBase64Url(digest)}`;
}

export function readId(name: string, id: string): string {
  if (id.length >= 1 && id.length <= scheduler_id_characters_max) return id;
  throw fault(`${name} may have ${scheduler_id_characters_max} characters`);
}
