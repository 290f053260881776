import { sha256 } from "../bytes.ts";

/** What a request asks for, in brief. It outlives the request, and so tells nothing of its text. */
export async function fingerprint(verb: string, wish: unknown): Promise<string> {
  return `${verb} ${await sha256(JSON.stringify(wish))}`;
}
