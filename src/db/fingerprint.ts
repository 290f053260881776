import { sha256 } from "../bytes.ts";

/** What a request asks for, in brief. It outlives the request, and so tells nothing of its text. */
export function fingerprint(verb: string, wish: unknown): string {
  return `${verb} ${sha256(JSON.stringify(wish))}`;
}
